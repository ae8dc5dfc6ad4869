import type { MediaFile, Place } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** What a contact wrote, kept as long as the town keeps conversations. */
export interface InboundRecord {
  _id: string
  town: string
  convId: string
  seq: number
  at: Date
  text: string | null
  media: MediaFile[]
  place: Place | null
}

export const messageIndexes = [{ key: { convId: 1, seq: 1 } }, { key: { town: 1, at: 1, _id: 1 } }] as const

export type MessageStore = ReturnType<typeof createMessageStore>

export function createMessageStore(connection: Connection) {
  const messages = connection.collection<InboundRecord>('messages')
  return {
    insert: (records: readonly InboundRecord[]): Promise<void> =>
      insertIfAbsent(() => messages.insertMany([...records], { ordered: false })),

    /** What this contact wrote after `seq`, oldest first. */
    after: (convId: string, seq: number, limit: number): Promise<InboundRecord[]> =>
      messages
        .find({ convId, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray(),
  }
}
