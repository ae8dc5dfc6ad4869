import { randomUUID } from 'node:crypto'
import type { Channel, ChannelAdapter, SendResult } from '../channels/channel.ts'
import type { Send, SendOutcome, SendStore } from '../stores/send-store.ts'
import { perTick } from './per-tick.ts'
import { createRate, type Rate } from './rate.ts'

/** How long a call without an outcome waits for a delivery report before it is made again. */
const GRACE_MS = 30_000
/** Tries of one message in all. */
export const MAX_SENDS = 3
/** A refusal "later" is tried for a day; then the 24-hour window has closed anyway. */
export const MAX_LATER_MS = 86_400_000
/** How soon a channel that was paused and runs again takes up what waited. */
const PAUSED_MS = 10_000
const MAX_PARALLEL = 64
const NUMBER_LIMIT_PER_SECOND = 80 // WhatsApp's throughput of a number, in and out

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

/** Hands queued messages to their channel: in order within a conversation, side by side across conversations. */
export function createSender(deps: SendDeps) {
  const { sends, now } = deps
  const record = perTick<SendOutcome>(outcomes => sends.record(outcomes))
  const claim = perTick<Claim>(claims => claimAll(claims, deps))
  const rates = new Map<string, Rate>()
  const busy = new Set<string>()
  const wanted = new Set<string>()

  const rateOf = (channelId: string) => {
    const rate = rates.get(channelId) ?? createRate(NUMBER_LIMIT_PER_SECOND)
    rates.set(channelId, rate)
    return rate
  }

  /** Sends the head of one conversation's queue; true when the next one may follow at once. */
  async function sendOne(send: Send, channel: Channel): Promise<boolean> {
    if (send.st === 'sending' && send.attempts >= MAX_SENDS) {
      await sends.record([
        { id: send._id, token: send.token ?? '', change: { st: 'failed', error: 'no outcome' }, countsAttempt: true },
      ])
      await deps.onOutcome(send, 'failed', 'no outcome')
      return true
    }
    const rate = rateOf(channel.key)
    const pauseMs = rate.take(performance.now())
    if (pauseMs > 0) await new Promise(resolve => setTimeout(resolve, pauseMs))
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
    for (const send of queue) {
      if (send.nextAt > now()) return
      const channel = await deps.channel(send.channelId)
      if (channel?.state !== 'live') {
        // Asked for again later, or what a paused channel holds would hide what others have to send.
        return sends.postpone(send.convId, new Date(now().getTime() + PAUSED_MS))
      }
      if (!(await sendOne(send, channel))) return
    }
  }

  /** Serves one conversation, which is nobody else's meanwhile. What it was asked for in that time follows at once. */
  async function serveOne(convId: string, queue: readonly Send[]): Promise<void> {
    try {
      await sendQueue(queue)
    } catch (error) {
      deps.onFailure(error)
    }
    busy.delete(convId)
    if (wanted.has(convId)) pump()
  }

  /** Serves one round of conversations; each is free again when it is through, however long the others take. */
  async function serveRound(convIds: readonly string[]): Promise<void> {
    for (const convId of convIds) busy.add(convId)
    const queues = new Map<string, Send[]>(convIds.map(convId => [convId, []]))
    try {
      for (const send of await sends.unfinishedOf(convIds)) queues.get(send.convId)?.push(send)
    } catch (error) {
      for (const convId of convIds) busy.delete(convId)
      throw error
    }
    await Promise.all([...queues].map(([convId, queue]) => serveOne(convId, queue)))
  }

  function pump(): void {
    const free = [...wanted].filter(convId => !busy.has(convId)).slice(0, MAX_PARALLEL - busy.size)
    if (free.length === 0) return
    for (const convId of free) wanted.delete(convId)
    serveRound(free).catch(deps.onFailure).finally(pump)
  }

  return {
    /** Sends what these conversations have queued, now or as soon as there is room. */
    serve(convIds: readonly string[]): void {
      for (const convId of convIds) wanted.add(convId)
      pump()
    },

    isIdle: () => busy.size === 0 && wanted.size === 0,
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
