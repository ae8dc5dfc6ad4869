import { id } from '@pregoner/shared'
import type { Request, RequestHandler, Router } from 'express'
import express from 'express'
import type { Logger } from 'pino'
import type { Accounts, Session } from '../accounts/accounts.ts'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import { sessionToken } from './cookies.ts'
import { checkOrigin } from './origin.ts'
import type { Route } from './route.ts'
import { checkKeys } from './safe-keys.ts'

export interface ServeDeps {
  accounts: Accounts
  log: Logger
  /** Addresses of pages that may change things besides the host's own. */
  origins: readonly string[]
}

/** The one place where a request gets its session and its scope. */
async function whoCalls(request: Request, { who, path }: Route, { accounts, log }: ServeDeps) {
  if (who === 'anyone') return { session: null, scope: null }
  const token = sessionToken(request.headers.cookie, request.secure)
  const session = token ? await accounts.sessionOf(token) : null
  if (!session) throw new AppError('signed_out')
  return { session, scope: who === 'signed_in' ? null : await scopeFor(session, request, who, path, accounts, log) }
}

async function scopeFor(
  session: Session,
  request: Request,
  roles: readonly Scope['role'][],
  path: string,
  accounts: Accounts,
  log: Logger,
): Promise<Scope> {
  const townKey = id.parse(request.params.town)
  const scope = await accounts.scopeIn(session, townKey)
  if (!scope) {
    if (await accounts.isClosedTo(session, townKey)) throw new AppError('second_factor_needed')
    log.warn({ event: 'foreign_town', person: session.person.id, town: townKey, path })
    throw new AppError('not_found')
  }
  if (!roles.includes(scope.role)) throw new AppError('not_allowed', `${scope.role} called ${path}`)
  return scope
}

const bodyParser = ({ body, maxFileBytes, maxJsonBytes }: Route): RequestHandler | null => {
  if (maxFileBytes !== null) return express.raw({ type: () => true, limit: maxFileBytes, inflate: false })
  return body && express.json({ type: () => true, limit: maxJsonBytes, inflate: false })
}

/** Refuses what says itself that it is too long, before any of it is read. */
function checkLength(request: Request, maxBytes: number): void {
  if (request.headers['content-encoding'] !== undefined) throw new AppError('bad_request', 'compressed file')
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new AppError('too_large')
}

const parsed = (parse: RequestHandler, ...[request, response]: Parameters<RequestHandler>) =>
  new Promise<void>((done, fail) => parse(request, response, error => (error ? fail(error) : done())))

/** Serves routes: origin, session, scope, body, schemas, in this order, then the handler. */
export function serve(router: Router, routes: readonly Route[], deps: ServeDeps): void {
  for (const route of routes) {
    const parse = bodyParser(route)
    router[route.method](route.path, async (request, response, next) => {
      if (route.method !== 'get') checkOrigin(request, deps.origins)
      const who = await whoCalls(request, route, deps)
      if (route.maxStreamBytes !== null) checkLength(request, route.maxStreamBytes)
      if (parse) await parsed(parse, request, response, next)
      if (route.body) checkKeys(request.body)
      try {
        const answer = await route.run(request, response, who)
        if (route.answer && !response.headersSent) response.set('Cache-Control', 'no-store').json(answer)
      } catch (error) {
        if (who.scope && error instanceof AppError && error.code === 'not_found') {
          deps.log.warn({
            event: 'foreign_object',
            person: who.scope.personId,
            town: who.scope.townKey,
            path: route.path,
          })
        }
        throw error
      }
    })
  }
}
