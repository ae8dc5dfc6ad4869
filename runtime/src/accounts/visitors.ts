import { randomBytes } from 'node:crypto'
import type { Secrets } from '../secrets/secrets.ts'

const TOKEN_BYTES = 24

export const newVisitorToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')
export const isVisitorToken = (token: string): boolean => /^[\w-]{32}$/.test(token)

/** Our name for the visitor whose browser holds this cookie; the cookie itself is stored nowhere. */
export const visitorIdOf = (secrets: Pick<Secrets, 'hash'>, token: string): string =>
  secrets.hash(token, 'web chat visitor')
