import type { Request, Response } from 'express'

const SESSION = 'pregoner'
const VISITOR = 'pregoner-chat'
const VISITOR_DAYS = 180

/** The value of one cookie of a `Cookie` header. */
function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** Over https the name carries `__Host-`, so that no other host or plain page can plant it. */
const sessionName = (isSecure: boolean) => (isSecure ? `__Host-${SESSION}` : SESSION)

export const sessionToken = (header: string | undefined, isSecure: boolean) =>
  cookieValue(header, sessionName(isSecure))
export const visitorToken = (header: string | undefined) => cookieValue(header, VISITOR)

const options = (request: Request) => ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }) as const

export function setSession(request: Request, response: Response, token: string): void {
  response.cookie(sessionName(request.secure), token, options(request))
}

export function clearSession(request: Request, response: Response): void {
  response.clearCookie(sessionName(request.secure), options(request))
}

export function setVisitor(request: Request, response: Response, token: string): void {
  response.cookie(VISITOR, token, { ...options(request), maxAge: VISITOR_DAYS * 86_400_000 })
}
