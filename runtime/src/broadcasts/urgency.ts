import type { BroadcastRow, BroadcastStore } from '../stores/broadcast-store.ts'

const LOOK_EVERY_MS = 500

type Placed = Pick<BroadcastRow, '_id' | 'emergency' | 'sentAt'>

/** Emergencies first, then whoever began first. */
export const byUrgency = <Row extends Placed>(rows: readonly Row[]): Row[] =>
  rows.toSorted(
    (one, other) =>
      Number(Boolean(other.emergency)) - Number(Boolean(one.emergency)) ||
      (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0),
  )

/**
 * Tells a broadcast on its way when an emergency has begun that was not among `seen`: it steps aside, and goes on after
 * it. One that was seen and cannot be sent now holds nobody up.
 */
export function createUrgency(
  broadcasts: Pick<BroadcastStore, 'hasEmergencyBut'>,
  seen: readonly Placed[],
): (row: Placed) => Promise<boolean> {
  let lookedAt = performance.now()
  return async ({ emergency }) => {
    if (emergency || performance.now() - lookedAt < LOOK_EVERY_MS) return false
    lookedAt = performance.now()
    return broadcasts.hasEmergencyBut(seen.map(({ _id }) => _id))
  }
}
