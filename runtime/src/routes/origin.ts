import { REQUEST_HEADER } from '@pregoner/shared'
import type { Request } from 'express'
import { AppError } from '../errors.ts'

/** Whether a page at `origin` is one of ours: the host the request was sent to, or an address the installation names. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, others: readonly string[]): boolean {
  if (!origin || !URL.canParse(origin)) return false
  return others.includes(origin) || (host !== undefined && new URL(origin).host === host)
}

/** Keeps other sites' pages from changing anything with a visitor's cookie. */
export function checkOrigin(request: Request, others: readonly string[]): void {
  if (request.get(REQUEST_HEADER) !== '1') throw new AppError('other_origin', `${REQUEST_HEADER} is missing`)
  if (!isOwnOrigin(request.get('origin'), request.get('host'), others)) throw new AppError('other_origin')
}
