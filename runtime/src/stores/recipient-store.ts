import type { Language } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** One person a broadcast is for, as the list was made when it was sent. */
export interface Recipient {
  /** `broadcastId:convId`, so that nobody is on the list twice. */
  _id: string
  town: string
  broadcastId: string
  convId: string
  channelId: string
  language: Language
  /** `due` until it stands in the inbox of their conversation; `left` when they wanted no more notices by then. */
  st: 'due' | 'handed' | 'left'
}

export const recipientIndexes = [{ key: { broadcastId: 1, st: 1, _id: 1 } }, { key: { convId: 1 } }] as const

export const recipientId = (broadcastId: string, convId: string): string => `${broadcastId}:${convId}`

export type RecipientStore = ReturnType<typeof createRecipientStore>

/** Who gets each broadcast. */
export function createRecipientStore(connection: Connection) {
  const recipients = connection.collection<Recipient>('broadcast_recipients')

  return {
    /** Puts people on the list; whoever is on it already stays as they are. */
    async add(rows: readonly Recipient[]): Promise<void> {
      if (rows.length > 0) await insertIfAbsent(() => recipients.insertMany([...rows], { ordered: false }))
    },

    /** Those of one channel who wait to be handed over, in the order of their conversations. */
    due(broadcastId: string, channelId: string, limit: number): Promise<Recipient[]> {
      // `;` comes right behind the `:` that ids go on with.
      const ofChannel = {
        $gt: recipientId(broadcastId, `${channelId}:`),
        $lt: recipientId(broadcastId, `${channelId};`),
      }
      return recipients.find({ broadcastId, st: 'due', _id: ofChannel }).sort({ _id: 1 }).limit(limit).toArray()
    },

    async settle(ids: readonly string[], st: 'handed' | 'left'): Promise<void> {
      if (ids.length > 0) await recipients.updateMany({ _id: { $in: [...ids] }, st: 'due' }, { $set: { st } })
    },
  }
}
