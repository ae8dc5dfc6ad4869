import type { Broadcast, NoticeApproval } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { type BroadcastRow, toBroadcast } from './broadcast-store.ts'

export type BroadcastApprovalStore = ReturnType<typeof createBroadcastApprovalStore>

/** What a second person says of a notice; it stands in the notice, so that any change of it takes the approval back. */
export function createBroadcastApprovalStore(connection: Connection) {
  const broadcasts = connection.collection<BroadcastRow>('broadcasts')
  return {
    /** Of revision `rev` of a draft; null when it is another one by now, or on its way. */
    async set(townKey: string, id: string, rev: number, approval: NoticeApproval): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, rev, state: 'draft' },
        { $set: { approval }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },
  }
}
