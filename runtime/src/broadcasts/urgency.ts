import type { BroadcastRow } from '../stores/broadcast-store.ts'

type Placed = Pick<BroadcastRow, '_id' | 'emergency' | 'sentAt'>

/** Emergencies first, then whoever began first. */
export const byUrgency = <Row extends Placed>(rows: readonly Row[]): Row[] =>
  rows.toSorted(
    (one, other) =>
      Number(Boolean(other.emergency)) - Number(Boolean(one.emergency)) ||
      (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0),
  )

/** Knows by which channels emergencies are being sent: whatever else is on its way there steps aside meanwhile. */
export function createUrgency() {
  const sending = new Map<string, number>()
  const count = (channelId: string, by: 1 | -1) => sending.set(channelId, (sending.get(channelId) ?? 0) + by)
  return {
    mustStepAside: (row: Placed, channelId: string): boolean => !row.emergency && (sending.get(channelId) ?? 0) > 0,

    /** Sends by a channel; before everything else there when it is an emergency. */
    async send<Result>({ emergency }: Placed, channelId: string, work: () => Promise<Result>): Promise<Result> {
      if (!emergency) return work()
      count(channelId, 1)
      try {
        return await work()
      } finally {
        count(channelId, -1)
      }
    },
  }
}
