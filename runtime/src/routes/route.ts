import type { Role } from '@pregoner/shared'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Session } from '../accounts/accounts.ts'
import type { Scope } from '../accounts/scope.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a handler gets, already checked by the route's schemas. */
export interface Call<Params extends z.ZodRawShape, Query extends z.ZodType, Body extends z.ZodType> {
  params: z.infer<z.ZodObject<Params>>
  query: z.infer<Query>
  body: z.infer<Body>
  /** The body of a route that takes a file. */
  bytes: Buffer
  request: Request
  response: Response
}

interface Shape<
  Params extends z.ZodRawShape,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  method: Method
  /** Under `/api`, in Express's notation. */
  path: string
  /** One sentence for the API page. */
  summary: string
  params?: Params
  query?: Query
  body?: Body
  /** Takes a file instead of JSON, of at most this many bytes. */
  maxFileBytes?: number
  /** Takes a file that the handler reads from the request while it arrives, of at most this many bytes. */
  maxStreamBytes?: number
  maxJsonBytes?: number
  /** What it answers; without a schema the handler writes the response itself. */
  answer?: Answer
}

/** A route with its types closed over: what is served and what the API page is made of. */
export interface Route {
  method: Method
  path: string
  summary: string
  /** Who may call it: everybody, who is signed in, or these roles of the town in the path. */
  who: 'anyone' | 'signed_in' | readonly Role[]
  params: z.ZodObject
  query: z.ZodType
  body: z.ZodType | null
  answer: z.ZodType | null
  maxFileBytes: number | null
  maxStreamBytes: number | null
  maxJsonBytes: number
  run(request: Request, response: Response, who: { session: Session | null; scope: Scope | null }): Promise<unknown>
}

const MAX_JSON_BYTES = 64 * 1024
const nothing = z.strictObject({})

function close<P extends z.ZodRawShape, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  { method, path, summary, params, query, body, answer, maxFileBytes, maxStreamBytes, maxJsonBytes }: Shape<P, Q, B, A>,
  who: Route['who'],
  handle: (call: Call<P, Q, B>, who: { session: Session | null; scope: Scope | null }) => Promise<unknown>,
): Route {
  const paramsSchema: z.ZodObject<P> = z.object(params ?? ({} as P)) // `town` is checked apart
  const querySchema = query ?? nothing
  return {
    method,
    path,
    summary,
    who,
    params: paramsSchema,
    query: querySchema,
    body: body ?? null,
    answer: answer ?? null,
    maxFileBytes: maxFileBytes ?? null,
    maxStreamBytes: maxStreamBytes ?? null,
    maxJsonBytes: maxJsonBytes ?? MAX_JSON_BYTES,
    run: (request, response, caller) =>
      handle(
        {
          params: paramsSchema.parse(request.params),
          query: querySchema.parse(request.query) as z.infer<Q>,
          body: body?.parse(request.body) as z.infer<B>,
          bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          request,
          response,
        },
        caller,
      ),
  }
}

/** A route inside one town. The scope comes first, so that no handler can forget it. */
export function townRoute<
  A extends z.ZodType,
  P extends z.ZodRawShape = Record<never, never>,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
>(
  shape: Shape<P, Q, B, A> & {
    roles: readonly Role[]
    run: (scope: Scope, call: Call<P, Q, B>) => Promise<z.input<A>>
  },
): Route {
  return close(shape, shape.roles, (call, { scope }) => {
    if (!scope) throw new Error(`${shape.path} was called without a scope`)
    return shape.run(scope, call)
  })
}

/** A route for whoever is signed in, whatever their towns. */
export function signedInRoute<A extends z.ZodType, B extends z.ZodType = z.ZodType>(
  shape: Shape<Record<never, never>, z.ZodType, B, A> & {
    run: (session: Session, call: Call<Record<never, never>, z.ZodType, B>) => Promise<z.input<A>>
  },
): Route {
  return close(shape, 'signed_in', (call, { session }) => {
    if (!session) throw new Error(`${shape.path} was called without a session`)
    return shape.run(session, call)
  })
}

/** A route for everybody. */
export function openRoute<
  A extends z.ZodType,
  P extends z.ZodRawShape = Record<never, never>,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
>(shape: Shape<P, Q, B, A> & { run: (call: Call<P, Q, B>) => Promise<z.input<A>> }): Route {
  return close(shape, 'anyone', call => shape.run(call))
}
