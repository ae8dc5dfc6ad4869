import type { BroadcastProgress, Language } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'
import { keptFigures } from './kept-recipients.ts'
import type { Send } from './send-store.ts'

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

const MAX_REASONS = 8

export const recipientIndexes = [{ key: { broadcastId: 1, st: 1, _id: 1 } }, { key: { convId: 1 } }] as const

export const recipientId = (broadcastId: string, convId: string): string => `${broadcastId}:${convId}`

export type RecipientStore = ReturnType<typeof createRecipientStore>

/** Who gets each broadcast, and how far it got with them. */
export function createRecipientStore(connection: Connection) {
  const recipients = connection.collection<Recipient>('broadcast_recipients')
  const sends = connection.collection<Send>('sends')

  return {
    /** Puts people on the list; whoever is on it already stays as they are. */
    async add(rows: readonly Recipient[]): Promise<void> {
      if (rows.length > 0) await insertIfAbsent(() => recipients.insertMany([...rows], { ordered: false }))
    },

    due: (broadcastId: string, limit: number): Promise<Recipient[]> =>
      recipients.find({ broadcastId, st: 'due' }).sort({ _id: 1 }).limit(limit).toArray(),

    async settle(ids: readonly string[], st: 'handed' | 'left'): Promise<void> {
      if (ids.length > 0) await recipients.updateMany({ _id: { $in: [...ids] }, st: 'due' }, { $set: { st } })
    },

    /** How many of these conversations have their message, and no longer wait for the sender to take it up. */
    takenUp: (broadcastId: string, convIds: readonly string[], now: Date): Promise<number> =>
      sends.countDocuments({
        ...{ convId: { $in: [...convIds] }, broadcastId },
        $or: [{ st: { $ne: 'queued' } }, { nextAt: { $gt: now } }],
      }),

    async progress(broadcastId: string): Promise<BroadcastProgress> {
      const [kept, listed, states, reasons] = await Promise.all([
        keptFigures(connection, broadcastId),
        recipients
          .aggregate<{ _id: Recipient['st']; count: number }>([
            { $match: { broadcastId } },
            { $group: { _id: '$st', count: { $sum: 1 } } },
          ])
          .toArray(),
        sends
          .aggregate<{ _id: Send['st']; count: number }>([
            { $match: { broadcastId } },
            { $group: { _id: '$st', count: { $sum: 1 } } },
          ])
          .toArray(),
        sends
          .aggregate<{ _id: string | null; count: number }>([
            { $match: { broadcastId, st: 'failed' } },
            { $group: { _id: '$error', count: { $sum: 1 } } },
            { $sort: { count: -1 } },
            { $limit: MAX_REASONS },
          ])
          .toArray(),
      ])
      const people = new Map(listed.map(({ _id, count }) => [_id, count]))
      const at = new Map(states.map(({ _id, count }) => [_id, count]))
      const of = (...st: Send['st'][]) => st.reduce((sum, each) => sum + (at.get(each) ?? 0), 0)
      const left = kept?.left ?? people.get('left') ?? 0
      const total = kept?.recipients ?? left + (people.get('due') ?? 0) + (people.get('handed') ?? 0)
      const gone = of('accepted', 'delivered', 'read', 'failed')
      return {
        recipients: total,
        waiting: Math.max(0, total - left - gone),
        sent: of('accepted', 'delivered', 'read'),
        delivered: of('delivered', 'read'),
        read: of('read'),
        failed: of('failed'),
        left,
        reasons: reasons.map(({ _id, count }) => ({ reason: _id ?? '', count })),
      }
    },
  }
}
