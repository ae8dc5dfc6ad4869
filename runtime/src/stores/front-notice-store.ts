import type { Broadcast, FrontNotice } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { type BroadcastRow, toBroadcast } from './broadcast-store.ts'

const MAX_FRONTS = 5 // what is said before every answer must stay readable

export type FrontNoticeStore = ReturnType<typeof createFrontNoticeStore>

/** Emergencies that stand in front of every flow of a town. */
export function createFrontNoticeStore(connection: Connection) {
  const broadcasts = connection.collection<BroadcastRow>('broadcasts')
  return {
    /** Those that stand now, the newest ones, in the order they began. */
    async running(townKey: string, now: Date): Promise<FrontNotice[]> {
      const rows = await broadcasts
        .find({ town: townKey, frontUntil: { $gt: now } })
        .sort({ frontUntil: -1 })
        .limit(MAX_FRONTS)
        .toArray()
      return rows
        .toSorted((one, other) => (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0))
        .map(({ _id, text, frontUntil }) => ({ id: _id, text, until: (frontUntil ?? now).toISOString() }))
    },

    /** Takes one away before its time; null when it does not stand there any more. */
    async withdraw(townKey: string, id: string, now: Date): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, frontUntil: { $gt: now } },
        { $set: { frontUntil: now }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },
  }
}
