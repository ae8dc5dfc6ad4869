import { GraphFailure } from './graph/errors.ts'
import type { Thread } from './people/thread.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const WINDOW_HOURS = 24 // customer service window
const PAIR_INTERVAL_MS = 6_000 // one message every 6 s to the same user…
const PAIR_BURST = 45 // …and up to 45 at once, borrowed from the time that follows

/** When the customer service window of the pair closes; nothing when it never opened. */
export const windowEnd = ({ lastInboundAt }: Thread) =>
  lastInboundAt && new Date(lastInboundAt.getTime() + WINDOW_HOURS * HOUR_MS)

export function isWindowOpen(world: World, thread: Thread): boolean {
  const end = windowEnd(thread)
  return !world.limits.window || (end !== undefined && world.clock.now() < end)
}

/** Counts one more message for the two rates; throws when one of them is exceeded. */
export function countMessage(world: World, thread: Thread) {
  const nowMs = world.clock.now().getTime()
  const { channel } = thread
  const { throughputPerSecond } = world.limits
  channel.recent = channel.recent.filter(at => at > nowMs - 1000)
  if (throughputPerSecond !== null && channel.recent.length >= throughputPerSecond) {
    throw new GraphFailure(130429, 'Message failed to send because the throughput of the phone number is exceeded.')
  }
  const debtUntilMs = Math.max(thread.pairDebtUntilMs, nowMs) + PAIR_INTERVAL_MS
  if (world.limits.pair && debtUntilMs - nowMs > PAIR_BURST * PAIR_INTERVAL_MS) {
    const details =
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.'
    throw new GraphFailure(131056, details)
  }
  thread.pairDebtUntilMs = debtUntilMs
  channel.recent.push(nowMs)
}
