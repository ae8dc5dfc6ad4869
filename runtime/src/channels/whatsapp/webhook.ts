import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Request, type Response, Router, raw } from 'express'
import { createAllowance } from '../../accounts/allowance.ts'
import type { TemplateNews } from '../../stores/template-state-store.ts'
import type { Channel, InboundItem } from '../channel.ts'
import type { Refused } from '../hearings.ts'
import { parseWebhook } from './parse.ts'
import { templateNews } from './template-news.ts'

const MAX_BODY_BYTES = 4 * 1024 * 1024 // the platform sends up to 3 MB
const MAX_DEPTH = 32
const MAX_GUESSES_A_MINUTE = 10 // wrong verify tokens from one address

export interface WebhookDeps {
  channel: (key: string) => Promise<Channel | null>
  /** Durable before it returns. */
  take: (channel: Channel, items: InboundItem[]) => Promise<void>
  mediaName: (channelKey: string, platformId: string) => string
  now: () => Date
  /** Things worth an eye that no client is told about. */
  note: (
    event: 'bad_signature' | 'foreign_number' | 'unreadable' | 'not_stored' | 'bad_verify_token',
    channelKey: string,
  ) => void
  /** The address was verified, or something signed for this number arrived. Never throws, never waits. */
  heard?: (what: 'verified' | 'signed', channelKey: string) => void
  /** Something for an existing channel was turned away. Never throws, never waits. */
  refused?: (what: Refused, channelKey: string) => void
  /** Durable before it returns. */
  templatesMoved?: (channelKey: string, news: readonly TemplateNews[]) => Promise<void>
  countWebhook: (status: number, milliseconds: number) => void
}

const same = (given: Buffer, expected: Buffer) => given.length === expected.length && timingSafeEqual(given, expected)

/** Compares over the bytes received: parsing and writing JSON again would change accents and emoji. */
function isSignedBy(secret: string, body: Buffer, header: string | undefined): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1]
  if (!hex || secret === '') return false
  return same(Buffer.from(hex, 'hex'), createHmac('sha256', secret).update(body).digest())
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInText = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (isInText) {
      if (char === '\\') i++
      else if (char === '"') isInText = false
    } else if (char === '"') isInText = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}

function readJson(body: Buffer): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  if (depthOf(text) > MAX_DEPTH) throw new Error('too deep')
  return JSON.parse(text)
}

const query = (request: Request, name: string): string => {
  const value = request.query[name]
  return typeof value === 'string' ? value : ''
}

/** `GET|POST /webhooks/whatsapp/:channelKey`. Mounted before every body parser: it needs the bytes as they came. */
export function createWhatsAppWebhooks(deps: WebhookDeps): Router {
  const router = Router()
  const guesses = createAllowance()

  router.get('/webhooks/whatsapp/:channelKey', async (request: Request<{ channelKey: string }>, response) => {
    const channel = await deps.channel(request.params.channelKey)
    const expected = channel?.verifyToken ?? ''
    const isRight =
      query(request, 'hub.mode') === 'subscribe' &&
      expected !== '' &&
      same(digest(query(request, 'hub.verify_token')), digest(expected))
    if (isRight) {
      deps.heard?.('verified', request.params.channelKey)
      return void response.type('text/plain').send(query(request, 'hub.challenge'))
    }
    deps.note('bad_verify_token', request.params.channelKey)
    if (channel && query(request, 'hub.verify_token')) deps.refused?.('verify_token', channel.key)
    response.sendStatus(guesses.take(request.ip ?? '', MAX_GUESSES_A_MINUTE, deps.now()) ? 403 : 429)
  })

  async function answer(request: Request<{ channelKey: string }>): Promise<number> {
    const { channelKey } = request.params
    const channel = await deps.channel(channelKey)
    const body: unknown = request.body
    if (!Buffer.isBuffer(body)) return 400
    if (!channel?.appSecret || !isSignedBy(channel.appSecret, body, request.get('x-hub-signature-256'))) {
      deps.note('bad_signature', channelKey)
      if (channel?.appSecret) deps.refused?.('signature', channel.key)
      return 401
    }
    let document: unknown
    try {
      document = readJson(body)
    } catch {
      deps.note('unreadable', channelKey)
      return 400
    }
    const parsed = parseWebhook(document, channel.phoneNumberId, deps.now(), id => deps.mediaName(channel.key, id))
    if (!parsed) return 200
    if (parsed.foreign > 0) {
      deps.note('foreign_number', channelKey)
      deps.refused?.('number', channel.key)
    }
    try {
      await deps.take(channel, parsed.items)
      const news = templateNews(document, deps.now())
      if (news.length > 0) await deps.templatesMoved?.(channel.key, news)
      if (parsed.items.length > 0) deps.heard?.('signed', channelKey)
      return 200
    } catch {
      deps.note('not_stored', channelKey)
      return 503
    }
  }

  router.post(
    '/webhooks/whatsapp/:channelKey',
    raw({ type: () => true, limit: MAX_BODY_BYTES, inflate: false }),
    async (request: Request<{ channelKey: string }>, response: Response) => {
      const started = performance.now()
      const status = await answer(request)
      deps.countWebhook(status, performance.now() - started)
      response.sendStatus(status)
    },
  )
  return router
}

const digest = (text: string) => createHmac('sha256', 'verify').update(text).digest()
