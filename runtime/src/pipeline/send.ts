import { randomUUID } from 'node:crypto'
import type { Channel, ChannelAdapter, SendResult } from '../channels/channel.ts'
import type { Send, SendOutcome, SendStore } from '../stores/send-store.ts'
import { createLine, type Line } from './line.ts'
import { perTick } from './per-tick.ts'
import { createRate, type Rate } from './rate.ts'
import { createWanted } from './wanted.ts'

/** How long a call without an outcome waits for a delivery report before it is made again. */
const GRACE_MS = 30_000
/** Tries of one message in all. */
export const MAX_SENDS = 3
/** A refusal "later" is tried for a day; then the 24-hour window has closed anyway. */
export const MAX_LATER_MS = 86_400_000
/** How soon a channel that was paused and runs again takes up what waited. */
const PAUSED_MS = 10_000

export interface SendDeps {
  sends: SendStore
  adapter: ChannelAdapter
  channel: (channelId: string) => Promise<Channel | null>
  now: () => Date
  /** The channel itself cannot send any more. */
  onHalted: (channel: Channel, reason: string) => Promise<void>
  /** What became of a send that carries an incident's answer. */
  onOutcome: (send: Send, st: 'accepted' | 'failed', error: string | null) => Promise<void>
  count: (outcome: SendResult['kind']) => void
  onFailure: (error: unknown) => void
}

export type Sender = ReturnType<typeof createSender>

/**
 * Hands queued messages to their channel: in order within a conversation, side by side across conversations, and
 * answers before notices to many.
 */
export function createSender(deps: SendDeps) {
  const { sends, now } = deps
  const record = perTick<SendOutcome>(outcomes => sends.record(outcomes))
  const claim = perTick<Claim>(claims => claimAll(claims, deps))
  const ways = new Map<string, { rate: Rate; line: Line }>()
  const wanted = createWanted()

  /** The channel's own speed, and who waits for it. */
  function wayOf({ key, messagesPerSecond }: Channel) {
    const known = ways.get(key)
    if (known) {
      known.rate.limitTo(messagesPerSecond)
      return known
    }
    const rate = createRate(messagesPerSecond)
    const way = { rate, line: createLine(rate) }
    ways.set(key, way)
    return way
  }

  /** Sends the head of one conversation's queue; true when the next one may follow at once. */
  async function sendOne(send: Send, channel: Channel, isBulk: boolean): Promise<boolean> {
    if (send.st === 'sending' && send.attempts >= MAX_SENDS) {
      await sends.record([
        { id: send._id, token: send.token ?? '', change: { st: 'failed', error: 'no outcome' }, countsAttempt: true },
      ])
      await deps.onOutcome(send, 'failed', 'no outcome')
      return true
    }
    const { rate, line } = wayOf(channel)
    await line.turn(send.convId, isBulk && !wanted.isHurried(send.convId))
    const token = randomUUID()
    const mine: Claim = { id: send._id, token, isGranted: false }
    await claim([mine])
    if (!mine.isGranted) return false
    const result = await deps.adapter.send(channel, { effectId: send._id, to: send.to, message: send.message })
    deps.count(result.kind)
    if (result.kind === 'later' && result.scope === 'channel') rate.slowDown(performance.now())
    const outcome = outcomeOf(result, send, token, now())
    await record([outcome])
    if (result.kind === 'halted') await deps.onHalted(channel, `${result.code} ${result.reason}`)
    const { st, error } = outcome.change
    if (st === 'accepted' || st === 'failed') await deps.onOutcome(send, st, error ?? null)
    return st === 'accepted' || st === 'failed'
  }

  async function sendQueue(queue: readonly Send[]): Promise<void> {
    const isBulk = queue.every(({ broadcastId }) => broadcastId !== undefined)
    for (const send of queue) {
      if (send.nextAt > now()) return
      const channel = await deps.channel(send.channelId)
      if (channel?.state !== 'live') {
        // Asked for again later, or what a paused channel holds would hide what others have to send.
        return sends.postpone(send.convId, new Date(now().getTime() + PAUSED_MS))
      }
      if (!(await sendOne(send, channel, isBulk))) return
    }
  }

  /** Serves one conversation, which is nobody else's meanwhile. What it was asked for in that time follows at once. */
  async function serveOne(convId: string, queue: readonly Send[]): Promise<void> {
    try {
      await sendQueue(queue)
    } catch (error) {
      deps.onFailure(error)
    }
    wanted.free(convId)
    pump()
  }

  /** Serves one round of conversations; each is free again when it is through, however long the others take. */
  async function serveRound(convIds: readonly string[]): Promise<void> {
    const queues = new Map<string, Send[]>(convIds.map(convId => [convId, []]))
    try {
      for (const send of await sends.unfinishedOf(convIds)) queues.get(send.convId)?.push(send)
    } catch (error) {
      for (const convId of convIds) wanted.free(convId)
      throw error
    }
    await Promise.all([...queues].map(([convId, queue]) => serveOne(convId, queue)))
  }

  let isPumping = false
  /** Serves whom there is room for; those who become free in the same moment make one round. */
  function pump(): void {
    if (isPumping) return
    isPumping = true
    setImmediate(() => {
      isPumping = false
      const free = wanted.next()
      if (free.length > 0) serveRound(free).catch(deps.onFailure).finally(pump)
    })
  }

  return {
    /** Sends what these conversations have queued, now or as soon as there is room; `isBulk` after all that is not. */
    serve(convIds: readonly string[], isBulk = false): void {
      for (const convId of convIds) {
        const isBusy = wanted.add(convId, isBulk)
        if (isBusy && !isBulk) for (const { line } of ways.values()) line.hurry(convId)
      }
      pump()
    },

    /** How many of one channel wait here for a notice to many, or are being sent one. */
    bulk: wanted.bulk,
    isIdle: wanted.isIdle,
  }
}

interface Claim {
  id: string
  token: string
  isGranted: boolean
}

/** Claims many sends in one command. A send may be claimed when its time has come and nobody else has. */
async function claimAll(claims: readonly Claim[], { sends, now }: SendDeps): Promise<void> {
  const granted = await sends.claim(claims, now(), new Date(now().getTime() + GRACE_MS))
  for (const claim of claims) claim.isGranted = granted.has(claim.token)
}

function outcomeOf(result: SendResult, send: Send, token: string, now: Date): SendOutcome {
  const base = { id: send._id, token }
  switch (result.kind) {
    case 'accepted':
      return { ...base, change: { st: 'accepted', platformId: result.platformId, error: null }, countsAttempt: true }
    case 'failed':
      return { ...base, change: { st: 'failed', error: `${result.code} ${result.reason}` }, countsAttempt: true }
    case 'later':
      return now.getTime() - send.createdAt.getTime() > MAX_LATER_MS
        ? { ...base, change: { st: 'failed', error: `${result.code} too late` }, countsAttempt: true }
        : {
            ...base,
            change: { st: 'queued', token: null, nextAt: new Date(now.getTime() + result.afterMs) },
            countsAttempt: false,
          }
    case 'halted':
      return {
        ...base,
        change: { st: 'queued', token: null, nextAt: new Date(now.getTime() + GRACE_MS) },
        countsAttempt: false,
      }
    case 'unknown':
      // Stays `sending`: a delivery report within the grace time says it went out, else it is tried again.
      return { ...base, change: { error: result.reason }, countsAttempt: true }
  }
}
