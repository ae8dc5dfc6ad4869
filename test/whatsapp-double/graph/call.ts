import { createHmac } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { textOf } from '../json.ts'
import { addressesOf } from '../people/recipient.ts'
import type { Fault, GraphCall, Operation } from '../types.ts'
import type { Channel, World } from '../world.ts'
import { errorAnswer, GraphFailure, titleOf } from './errors.ts'

/** One Graph request that has passed authentication. */
export interface Call {
  world: World
  /** The number addressed; for accounts and media any number of the token's. */
  channel: Channel
  /** Every number this token is for. */
  channels: Channel[]
  id: string
  query: Record<string, string>
  body: unknown
  bytes: Buffer
  contentType: string
  /** `file_offset`, of resumable uploads. */
  fileOffset: number
  /** A fault that lets the message be accepted and fail later. */
  lateFailure?: { code: number; details: string }
}

export interface Answer {
  status?: number
  body: unknown
  /** Media download: raw bytes with their type. */
  raw?: { bytes: Buffer; mime: string }
  /** Runs once the answer has left. */
  afterwards?: () => void
}

export type Run = (call: Call) => Answer | Promise<Answer>

/** What an operation is about: a number of the path, an account or media found by its own id. */
export interface OperationRules {
  operation: Operation
  /** The id of the path must be a number of the token's. */
  isForNumber?: boolean
}

/** Wraps an operation: records the call, authenticates, applies faults, answers in Graph's shape. */
export function operation(world: World, { operation, isForNumber }: OperationRules, run: Run): RequestHandler {
  return async (request, response) => {
    const call = read(request)
    const record: GraphCall = {
      at: world.clock.now(),
      method: request.method,
      path: request.path,
      query: call.query,
      body: call.body,
      status: 0,
      answer: undefined,
    }
    world.calls.push(record)
    world.changed()
    let full: Call | undefined
    try {
      const { channel, channels } = authenticate(world, request, call.id, isForNumber ?? false)
      record.phoneNumberId = channel.phoneNumberId
      const to = addressesOf(world, call.body)
      const fault = world.faults.take({ operation, phoneNumberId: channel.phoneNumberId, to })
      const lateFailure = await strike(fault, response)
      if (response.destroyed || response.headersSent) return
      full = { ...call, world, channel, channels, ...(lateFailure && { lateFailure }) }
      const answer = await run(full)
      const afterwards = () => answer.afterwards?.()
      if (response.closed) return afterwards()
      response.once('close', afterwards)
      if (fault && 'reset' in fault) request.socket.destroy()
      else respond(response, record, answer)
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error
      respond(response, record, errorAnswer(error, world.ids))
    } finally {
      if (full) record.body = full.body // a form is read by its operation
      world.changed()
    }
  }
}

function read(request: Request) {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const contentType = request.get('content-type') ?? ''
  const query = Object.fromEntries(Object.entries(request.query).map(([key, value]) => [key, String(value)]))
  const body = contentType.includes('json') && bytes.length > 0 ? parse(bytes) : undefined
  const fileOffset = Number(request.get('file_offset') ?? 0)
  return { id: textOf(request.params.id) ?? '', bytes, contentType, query, body, fileOffset }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return bytes.toString()
  }
}

const tokenOf = (request: Request) =>
  (request.get('authorization') ?? '').replace(/^(Bearer|OAuth)\s+/i, '') || request.get('d360-api-key') || ''

function authenticate(world: World, request: Request, id: string, isForNumber: boolean) {
  const token = tokenOf(request)
  if (!token) throw new GraphFailure(190, 'An access token is required to request this resource.')
  const channels = [...world.channels.values()].filter(channel => channel.accessToken === token)
  const [first] = channels
  if (first) checkProof(first, token, request.query.appsecret_proof)
  if (!first) throw new GraphFailure(190, 'Error validating access token: the session is invalid or has expired.')
  // a solution provider's address has no id in its path: the key alone says which number is meant
  const own = id === '' ? first : channels.find(channel => channel.phoneNumberId === id)
  if (own) return { channel: own, channels }
  if (!isForNumber) return { channel: first, channels }
  const details = `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`
  throw new GraphFailure(33, details)
}

/** A proof of the app secret is asked of nobody, but one that is given must be right. */
function checkProof({ appSecret }: Channel, token: string, proof: unknown): void {
  if (proof === undefined || proof === createHmac('sha256', appSecret).update(token).digest('hex')) return
  throw new GraphFailure(100, 'Invalid appsecret_proof provided in the API argument')
}

async function strike(fault: Fault | undefined, response: Response) {
  if (!fault) return undefined
  if (fault.delayMs) await new Promise(resolve => setTimeout(resolve, fault.delayMs))
  if ('hang' in fault) {
    await new Promise(resolve => response.on('close', resolve))
    response.destroy()
  } else if ('reset' in fault && fault.reset === 'before') {
    response.req.socket.destroy()
    response.destroy()
  } else if ('httpStatus' in fault) {
    response.status(fault.httpStatus).type('html').send(`<html><body>Error ${fault.httpStatus}</body></html>`)
  } else if ('code' in fault) {
    const failure = new GraphFailure(fault.code, fault.details ?? titleOf(fault.code))
    if (!fault.async) throw failure
    return { code: failure.code, details: failure.details }
  }
  return undefined
}

function respond(response: Response, record: GraphCall, { status = 200, body, raw }: Answer) {
  record.status = status
  record.answer = raw ? { bytes: raw.bytes.length, mime: raw.mime } : body
  if (response.destroyed) return
  response.status(status)
  if (raw) response.type(raw.mime).send(raw.bytes)
  else response.json(body)
}
