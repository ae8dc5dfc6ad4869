import { quietAt, type TownData } from '@pregoner/shared'
import type { Channel } from '../channels/channel.ts'
import type { BroadcastControlStore } from '../stores/broadcast-control-store.ts'
import type { BroadcastRow, BroadcastStore } from '../stores/broadcast-store.ts'
import type { RecipientStore } from '../stores/recipient-store.ts'
import { type HandOverDeps, handOver } from './hand-over.ts'
import { type ListDeps, listPeople } from './list-people.ts'
import type { Progress } from './progress.ts'
import { byUrgency, createUrgency } from './urgency.ts'

/** So many of one channel are on their way from the inbox to the platform: what it sends in a second, within bounds. */
const MIN_IN_FLIGHT = 16
const MAX_IN_FLIGHT = 768
const MAX_BATCH = 256
const SWEEP_MS = 1_000
const LOOK_MS = 5
/** The list is made so slowly that writing it down does not keep citizens waiting. */
const BETWEEN_PARTS_MS = 20

export interface BroadcasterDeps extends Omit<HandOverDeps, 'recipients' | 'progress'>, Omit<ListDeps, 'recipients'> {
  audiences: ListDeps['audiences'] & HandOverDeps['audiences']
  broadcasts: BroadcastStore
  broadcastControl: Pick<BroadcastControlStore, 'stateOf'>
  recipients: RecipientStore
  /** As it is now, with its state. */
  openChannel: (channelId: string) => Promise<Channel | null>
  town: (townKey: string) => Promise<TownData | null>
  /** How many notices to many are on their way to the platform by this channel. */
  inFlight: (channelId: string) => number
  progress: Pick<Progress, 'moved' | 'grown'>
  onFailure: (error: unknown) => void
}

export type Broadcaster = ReturnType<typeof createBroadcaster>

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Takes broadcasts to people's conversations, while the list is still being made. The list is made once, insert-if-absent,
 * and everybody on it is handed over under an id made of the broadcast and their conversation: wherever it stops, going on
 * sends nobody anything twice.
 */
export function createBroadcaster(deps: BroadcasterDeps) {
  const { broadcasts, broadcastControl, recipients, progress, now } = deps
  const running = new Map<string, Promise<void>>()
  const urgency = createUrgency()
  let isStopping = false
  let ticking: NodeJS.Timeout | undefined

  /** Nobody has held or ended it meanwhile. */
  async function isOnItsWay({ _id }: BroadcastRow): Promise<boolean> {
    const state = isStopping ? null : await broadcastControl.stateOf(_id)
    return state === 'listing' || state === 'sending'
  }

  /** Waits until the channel has sent so much that more may follow; tells how many. */
  async function room({ key, messagesPerSecond }: Channel): Promise<number> {
    const most = Math.min(MAX_IN_FLIGHT, Math.max(MIN_IN_FLIGHT, messagesPerSecond))
    const least = Math.min(MAX_BATCH, Math.ceil(most / 4))
    for (;;) {
      const free = most - deps.inFlight(key)
      if (free >= least || isStopping) return Math.min(MAX_BATCH, free)
      await pause(LOOK_MS)
    }
  }

  /** Hands over those of one channel; true when nobody is left there and nobody comes. A paused one keeps its people. */
  async function sendBy(
    channelId: string,
    row: BroadcastRow,
    town: TownData,
    isListed: () => boolean,
  ): Promise<boolean> {
    for (;;) {
      while (urgency.mustStepAside(row, channelId) && !isStopping) await pause(BETWEEN_PARTS_MS)
      const channel = await deps.openChannel(channelId)
      if (channel?.state !== 'live') return false
      const limit = await room(channel)
      if (quietAt(town, now(), row) || !(await isOnItsWay(row))) return false
      const isLastLook = isListed()
      const batch = await recipients.due(row._id, channelId, limit)
      if (batch.length > 0) await handOver(row, town, batch, deps)
      else if (isLastLook) return true
      else await pause(BETWEEN_PARTS_MS)
    }
  }

  async function send(row: BroadcastRow, town: TownData): Promise<void> {
    let isListed = row.state === 'sending'
    let hasFailed = false
    const list = async () => {
      if (isListed) return
      const mayGoOn = async () => {
        await pause(BETWEEN_PARTS_MS)
        progress.grown(town.key, row._id)
        return !hasFailed && isOnItsWay(row)
      }
      const isComplete = await listPeople(row, town, deps, mayGoOn)
      if (isComplete) await broadcasts.goOn(row._id, 'listing', 'sending', now())
      isListed = isComplete
    }
    const failing = async <Result>(work: Promise<Result>): Promise<Result> => {
      try {
        return await work
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
    const channels = await deps.channels.ofTown(town.key)
    const isOver = () => isListed || hasFailed
    const sending = channels.map(({ key }) => failing(urgency.send(row, key, () => sendBy(key, row, town, isOver))))
    const [listed, ...sent] = await Promise.allSettled([failing(list()), ...sending])
    const failed = [listed, ...sent].find(outcome => outcome?.status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason // the next sweep tries again
    const isAllSent = sent.every(outcome => outcome.status === 'fulfilled' && outcome.value)
    // Those whose channel was taken away meanwhile are nobody's any more.
    if (isListed && isAllSent) await broadcasts.goOn(row._id, 'sending', 'sent', now())
    progress.grown(town.key, row._id)
  }

  /** Begins whatever is on its way and not begun yet. */
  async function begin(): Promise<Promise<void>[]> {
    const begun: Promise<void>[] = []
    for (const row of byUrgency(await broadcasts.underWay())) {
      if (running.has(row._id) || isStopping) continue
      const town = await deps.town(row.town)
      if (!town || quietAt(town, now(), row)) continue
      const sent = send(row, town).finally(() => running.delete(row._id))
      sent.catch(() => {}) // heard by whoever waits for it below
      running.set(row._id, sent)
      begun.push(sent)
    }
    return begun
  }

  /** Goes on with whatever is on its way, side by side, until nothing more can be done now. */
  async function sweep(): Promise<void> {
    await begin()
    const ends = await Promise.allSettled(running.values())
    const failed = ends.find(end => end.status === 'rejected')
    if (failed) throw failed.reason
  }
  /** Every failure is told once, however often it is woken meanwhile. */
  async function wakeUp(): Promise<void> {
    for (const sent of await begin()) sent.catch(deps.onFailure)
  }
  const wake = () => void wakeUp().catch(deps.onFailure)

  return {
    sweep,
    wake,
    start(): void {
      wake()
      ticking = setInterval(wake, SWEEP_MS)
    },
    async stop(): Promise<void> {
      isStopping = true
      clearInterval(ticking)
      await Promise.allSettled(running.values())
    },
  }
}
