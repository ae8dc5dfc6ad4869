import type { Clock } from '../clock.ts'
import { recordsOf } from '../json.ts'
import type { Behaviour, Delivery } from '../types.ts'
import type { Channel } from '../world.ts'
import { createPoster } from './post.ts'
import { escapedBytes, signatureOf } from './signature.ts'
import { envelopeOf, type Update } from './values.ts'

/** How many webhooks went out and what became of them. */
export interface Webhooks {
  /** POSTs made, repeats included. */
  sent: number
  /** POSTs not answered by 200. */
  failed: number
  /** POSTs that repeat a failed one. */
  retried: number
  /** Given up after the last attempt. */
  dropped: number
  /** The newest 200 POSTs. */
  log: WebhookRecord[]
}

export interface WebhookRecord extends Delivery {
  at: Date
  phoneNumberId: string
  /** What it held: `message text`, `status delivered`, or the name of the field. */
  fields: string[]
  /** The bytes sent, of large ones the beginning. */
  envelope: string
}

export interface Sender {
  webhooks: Webhooks
  /** Resolves with the outcome of the first attempt; repeats go on by themselves. */
  enqueue(update: Update): Promise<Delivery>
  /** Signs and posts any envelope, once. */
  deliver(channel: Channel, envelope: unknown): Promise<Delivery>
  deliverRaw(channel: Channel, bytes: Buffer, headers: Record<string, string>): Promise<Delivery>
  /** True when nothing is queued, on its way or waiting to be repeated. */
  isIdle(): boolean
  stop(): void
}

interface SenderOptions {
  clock: Clock
  random: () => number
  behaviour: Behaviour
  retryDelaysMs: readonly number[]
  timeoutMs: number
}

const MAX_OVERTAKE_MS = 50
const BATCH_LINGER_MS = 25
const LOG_SIZE = 200
const ENVELOPE_SHOWN = 20_000

/** Sends what Meta would, in order within a lane, and repeats what was not answered by 200. */
export function createSender({ clock, random, behaviour, retryDelaysMs, timeoutMs }: SenderOptions): Sender {
  const poster = createPoster(timeoutMs)
  const log: WebhookRecord[] = []
  const webhooks: Webhooks = { sent: 0, failed: 0, retried: 0, dropped: 0, log }
  const lanes = new Map<string, Promise<unknown>>()
  const gathered = new Map<Channel, { update: Update; settle: (delivery: Delivery) => void }[]>()
  const repeats = new Set<() => void>()
  let busy = 0
  let isStopped = false

  async function post(channel: Channel, bytes: Buffer, headers: Record<string, string>, fields: string[]) {
    if (isStopped) return { body: 'closed', ms: 0 }
    webhooks.sent += 1
    const delivery = await poster.post(channel.webhookUrl, bytes, headers)
    if (delivery.status !== 200) webhooks.failed += 1
    log.push({
      ...delivery,
      at: clock.now(),
      phoneNumberId: channel.phoneNumberId,
      fields,
      envelope: bytes.toString('latin1', 0, ENVELOPE_SHOWN),
    })
    if (log.length > LOG_SIZE) log.shift()
    return delivery
  }

  const headersOf = (channel: Channel, bytes: Buffer) => ({
    'x-hub-signature-256': signatureOf(bytes, channel.appSecret),
    'user-agent': 'facebookexternalua',
  })

  async function attempt(channel: Channel, bytes: Buffer, fields: string[], attempts: number): Promise<Delivery> {
    const delivery = await post(channel, bytes, headersOf(channel, bytes), fields)
    if (delivery.status === 200 && random() >= behaviour.loseAnswers) return delivery
    const delayMs = retryDelaysMs[attempts]
    if (isStopped) return delivery
    if (delayMs === undefined) {
      webhooks.dropped += 1
      return delivery
    }
    const cancel = clock.after(delayMs, () => {
      repeats.delete(cancel)
      webhooks.retried += 1
      void working(() => attempt(channel, bytes, fields, attempts + 1))
    })
    repeats.add(cancel)
    return delivery
  }

  async function working<Result>(run: () => Promise<Result>): Promise<Result> {
    busy += 1
    try {
      return await run()
    } finally {
      busy -= 1
    }
  }

  /** One POST with all its misbehaviour. */
  async function send(updates: Update[]): Promise<Delivery> {
    const first = updates[0]
    if (!first) return { body: '', ms: 0 }
    const bytes = escapedBytes(envelopeOf(updates))
    const fields = updates.map(update => fieldsOf(update))
    if (behaviour.reorder) await new Promise(resolve => setTimeout(resolve, random() * MAX_OVERTAKE_MS))
    const delivery = await attempt(first.channel, bytes, fields, 0)
    if (random() < behaviour.duplicate) await attempt(first.channel, bytes, fields, 0)
    return delivery
  }

  function inLane(lane: string, updates: Update[]): Promise<Delivery> {
    if (behaviour.reorder) return working(() => send(updates))
    const before = lanes.get(lane) ?? Promise.resolve()
    const mine = working(() => before.then(() => send(updates)))
    lanes.set(lane, mine)
    void mine.then(() => {
      if (lanes.get(lane) === mine) lanes.delete(lane)
    })
    return mine
  }

  function gather(update: Update): Promise<Delivery> {
    const { channel } = update
    return new Promise(settle => {
      const waiting = gathered.get(channel)
      if (waiting) {
        waiting.push({ update, settle })
        return
      }
      gathered.set(channel, [{ update, settle }])
      setTimeout(() => {
        const all = gathered.get(channel) ?? []
        gathered.delete(channel)
        while (all.length > 0) {
          const part = all.splice(0, Math.max(1, behaviour.batch))
          const sent = inLane(
            channel.phoneNumberId,
            part.map(entry => entry.update),
          )
          for (const entry of part) void sent.then(entry.settle)
        }
      }, BATCH_LINGER_MS)
    })
  }

  return {
    webhooks,
    enqueue: update => (behaviour.batch > 1 ? gather(update) : inLane(update.lane, [update])),
    deliver(channel, envelope) {
      const bytes = escapedBytes(envelope)
      return working(() => post(channel, bytes, headersOf(channel, bytes), ['delivered by hand']))
    },
    deliverRaw: (channel, bytes, headers) => working(() => post(channel, bytes, headers, ['raw bytes'])),
    isIdle: () => busy === 0 && repeats.size === 0 && gathered.size === 0,
    stop() {
      isStopped = true
      for (const cancel of repeats) cancel()
      repeats.clear()
      poster.stop()
    },
  }
}

const fieldsOf = ({ field, value }: Update) => {
  const [message] = recordsOf(value.messages)
  const [status] = recordsOf(value.statuses)
  if (message) return `message ${message.type}`
  return status ? `status ${status.status}` : field
}
