import type { BroadcastProgress } from '@pregoner/shared'
import type { BroadcastPart, BroadcastPartStore, PartCount } from '../stores/broadcast-part-store.ts'

const MAX_REASONS = 8
/** A part that others may have moved, in another process, is counted again after so long. */
const OLD_MS = 60_000
/** So many of those at one look; all that has moved here is counted at once. */
const OLD_A_LOOK = 4
/** What nobody has looked at for so long is let go. */
const UNWATCHED_MS = 10 * 60_000
/** Few are counted side by side, so that a large broadcast holds nobody up. */
const SIDE_BY_SIDE = 4

interface Tally {
  part: BroadcastPart
  counted: PartCount | null
  countedAt: number
  hasMoved: boolean
}

interface Watched {
  town: string
  tallies: Tally[]
  lookedAt: number
  /** Looks that come meanwhile share this one. */
  looking: Promise<BroadcastProgress> | null
}

export interface ProgressDeps {
  broadcastParts: BroadcastPartStore
  /** Whoever looks at this broadcast would see something else now. */
  onMoved: (townKey: string, broadcastId: string) => void
  now: () => Date
}

export type Progress = ReturnType<typeof createProgress>

/**
 * How far broadcasts are, while somebody looks. Only parts in which something has moved since the last look are counted
 * anew; what is shown is always a count of what is stored, never a sum of what was heard.
 */
export function createProgress({ broadcastParts, onMoved, now }: ProgressDeps) {
  const watched = new Map<string, Watched>()

  async function refresh(broadcastId: string, { tallies }: Watched): Promise<void> {
    for (const part of await broadcastParts.from(broadcastId, tallies.length)) {
      if (part.isLast) continue
      tallies.push({ part, counted: null, countedAt: 0, hasMoved: true })
    }
    const at = now().getTime()
    const old = tallies.filter(({ hasMoved, countedAt }) => !hasMoved && at - countedAt >= OLD_MS)
    old.sort((a, b) => a.countedAt - b.countedAt)
    const due = [...tallies.filter(({ hasMoved }) => hasMoved), ...old.slice(0, OLD_A_LOOK)]
    const count = async () => {
      for (let tally = due.pop(); tally; tally = due.pop()) {
        tally.hasMoved = false // what moves while it is counted is counted again
        tally.countedAt = at
        tally.counted = await broadcastParts.count(broadcastId, tally.part)
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, count))
  }

  async function look(broadcastId: string, one: Watched): Promise<BroadcastProgress> {
    await refresh(broadcastId, one)
    const counts = one.tallies.flatMap(({ counted }) => counted ?? [])
    // One that has no parts, or none any more, is counted as a whole.
    return sumOf(
      counts.length > 0 ? counts : [await broadcastParts.count(broadcastId, null)],
      await broadcastParts.kept(broadcastId),
    )
  }

  function forgetUnwatched(): void {
    const at = now().getTime()
    for (const [id, { lookedAt }] of watched) if (at - lookedAt > UNWATCHED_MS) watched.delete(id)
  }

  return {
    /** Counts what has moved, and tells how far it is. */
    of(townKey: string, broadcastId: string): Promise<BroadcastProgress> {
      forgetUnwatched()
      const one = watched.get(broadcastId) ?? { town: townKey, tallies: [], lookedAt: 0, looking: null }
      watched.set(broadcastId, one)
      one.lookedAt = now().getTime()
      one.looking ??= look(broadcastId, one)
        .catch(error => {
          watched.delete(broadcastId) // or what was taken for counted would stay so
          throw error
        })
        .finally(() => {
          one.looking = null
        })
      return one.looking
    },

    /** Something was sent to this conversation, or is known of what was. */
    moved(townKey: string, convId: string): void {
      for (const [id, { town, tallies }] of watched) {
        if (town !== townKey) continue
        const tally = tallyOf(tallies, convId)
        if (!tally) continue
        tally.hasMoved = true
        onMoved(town, id)
      }
    },

    /** Its list has grown, people were handed over, or it is held, goes on or ends. */
    grown: onMoved,
  }
}

/** The part this conversation is in, of parts in the order of their conversations. */
function tallyOf(tallies: readonly Tally[], convId: string): Tally | undefined {
  let [low, high] = [0, tallies.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tallies[middle]?.part.from ?? '') <= convId) low = middle + 1
    else high = middle
  }
  const tally = tallies[low - 1]
  return tally && convId < tally.part.to ? tally : undefined
}

/** `kept` is what is known of a list that was let go. */
function sumOf(counts: readonly PartCount[], kept: { recipients: number; left: number } | null): BroadcastProgress {
  const total = { due: 0, handed: 0, left: 0, accepted: 0, delivered: 0, read: 0, failed: 0 }
  const reasons = new Map<string, number>()
  for (const { people, sends, reasons: own } of counts) {
    for (const st of ['due', 'handed', 'left'] as const) total[st] += people[st]
    for (const st of ['accepted', 'delivered', 'read', 'failed'] as const) total[st] += sends[st]
    for (const [reason, count] of own) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  }
  const { due, handed, accepted, delivered, read, failed } = total
  const left = kept?.left ?? total.left
  const recipients = kept?.recipients ?? due + handed + left
  const sent = accepted + delivered + read
  const byCount = [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
  return {
    ...{ recipients, waiting: Math.max(0, recipients - left - sent - failed) },
    ...{ sent, delivered: delivered + read, read, failed, left },
    reasons: byCount.slice(0, MAX_REASONS),
  }
}
