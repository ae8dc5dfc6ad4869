import { createHash, randomBytes } from 'node:crypto'
import type { DataLink } from '../stores/privacy-store.ts'

const TOKEN_BYTES = 32
const DAY_MS = 86_400_000

/** How long a link to one's own data is good, and how often. */
export const LINK_DAYS = 7
export const MAX_DOWNLOADS = 5

export const linkHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A link with a secret of 256 random bits. */
export function newLink(now: Date): DataLink {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return { hash: linkHash(token), token, expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS), downloads: 0 }
}

const PATH = '/my-data/'
export const linkAddress = (base: string, token: string): string => `${base}${PATH}${token}`

const LINK_IN_TEXT = /https?:\/\/\S*\/my-data\/[\w-]+/g
/** A message as people of the town hall may read it: the citizen's link opens for the citizen alone. */
export const withoutTokens = (text: string): string => text.replace(LINK_IN_TEXT, '…')
