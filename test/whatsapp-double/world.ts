import { type Clock, systemClock } from './clock.ts'
import { createFaults, type FaultList } from './faults.ts'
import { createMediaStore, type MediaStore } from './graph/media-store.ts'
import { createTemplateStore, type TemplateStore } from './graph/template-store.ts'
import { createIds, type Ids, seededRandom } from './ids.ts'
import type { Json } from './json.ts'
import type { Identity, Thread } from './people/thread.ts'
import type { Behaviour, DoubleChannel, DoubleOptions, GraphCall, Limits, StatusDelays } from './types.ts'
import { createSender, type Sender } from './webhooks/sender.ts'

/** A number with what Meta keeps about it. */
export interface Channel extends DoubleChannel {
  wabaId: string
  /** The displayed number, digits only. */
  digits: string
  isSubscribed: boolean
  isRegistered: boolean
  profile: Json
  conversational: Json
  /** Addresses the business has blocked. */
  blocked: Set<string>
  /** When messages went in or out, for the throughput limit; milliseconds. */
  recent: number[]
  /** Delivered service messages by calendar month (`2026-11`), of which 1,000 are free. */
  serviceDeliveries: Map<string, number>
}

/** All the state of one double; the parts are functions over it. */
export interface World {
  clock: Clock
  random: () => number
  ids: Ids
  statusDelays: StatusDelays
  limits: Limits
  behaviour: Behaviour
  channels: Map<string, Channel>
  threads: Thread[]
  threadsOf: Map<Identity, Thread[]>
  /** Who has an address: digits of a phone or WhatsApp id, or a BSUID. */
  directory: Map<string, Identity>
  /** Whose message a wamid is; the business may read, react to or quote it. */
  inbound: Map<string, Thread>
  calls: GraphCall[]
  faults: FaultList
  media: MediaStore
  templates: TemplateStore
  /** Resumable uploads under way; bytes as a binary string. */
  uploads: Map<string, { wantedBytes: number; parts: string }>
  sender: Sender
  /** Base address, known once listening. */
  url: string
  isClosed: boolean
  watchers: Set<() => void>
  /** Tells open pages, and who waits for this thread, that something is new. */
  changed(thread?: Thread): void
}

// Meta repeats at once, then ever more rarely for 7 days; the steps between are not documented.
export const META_RETRY_DELAYS_MS = [
  0,
  10_000,
  60_000,
  300_000,
  900_000,
  3_600_000,
  ...Array<number>(27).fill(21_600_000),
]
/** The same shape for tests: the last of 14 attempts comes after about half a minute. */
export const FAST_RETRY_DELAYS_MS = [0, 20, 50, 100, 200, 400, 800, 1600, 3000, 5000, 5000, 5000, 10_000]

export function createWorld(options: DoubleOptions): World {
  const seed = options.seed ?? 1
  const random = seededRandom(seed + 1) // apart from the ids, which must not depend on how many webhooks went out
  const clock = options.clock ?? systemClock
  const ids = createIds(seededRandom(seed))
  const behaviour = { duplicate: 0, reorder: false, batch: 1, skipDelivered: 0, loseAnswers: 0 }
  const watchers = new Set<() => void>()
  return {
    clock,
    random,
    ids,
    statusDelays: { sent: 0, delivered: 0, read: 0, ...options.statusDelaysMs },
    limits: { window: true, pair: false, throughputPerSecond: null, ...options.limits },
    behaviour,
    channels: new Map(),
    threads: [],
    threadsOf: new Map(),
    directory: new Map(),
    inbound: new Map(),
    calls: [],
    faults: createFaults(),
    media: createMediaStore(clock, ids),
    templates: createTemplateStore(ids),
    uploads: new Map(),
    sender: createSender({
      clock,
      random,
      behaviour,
      retryDelaysMs: options.retryDelaysMs ?? FAST_RETRY_DELAYS_MS,
      timeoutMs: options.webhookTimeoutMs ?? 10_000,
    }),
    url: '',
    isClosed: false,
    watchers,
    changed: thread => {
      for (const watcher of [...watchers, ...(thread?.watchers ?? [])]) watcher()
    },
  }
}

export function addChannel(world: World, channel: DoubleChannel): Channel {
  const wabaId = channel.wabaId ?? `waba-${channel.phoneNumberId}`
  const added: Channel = {
    ...channel,
    wabaId,
    digits: channel.displayNumber.replace(/\D/g, ''),
    isSubscribed: true,
    isRegistered: true,
    profile: { messaging_product: 'whatsapp', about: '', websites: [] },
    conversational: {},
    blocked: new Set(),
    recent: [],
    serviceDeliveries: new Map(),
  }
  world.channels.set(channel.phoneNumberId, added)
  world.templates.open(wabaId)
  world.changed()
  return added
}
