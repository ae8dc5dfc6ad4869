import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** Where to look for work: an identity of somebody, or a conversation. */
export interface Hint {
  route: string
  channelId: string
  identities: string[]
  /** Nobody waits for it: it is one of a notice to many. */
  isBulk: boolean
}

/** What waits to be applied to a conversation. The bare key stays for 30 days after it is done. */
export interface InboxItem {
  /** HMAC of channel, kind and the platform's id: never the id itself, which holds the phone number. */
  _id: string
  /** What the item belongs to: an identity key of a channel, or a conversation id. */
  route: string
  town: string
  channelId: string
  kind: 'message' | 'timer' | 'service' | 'officer' | 'moved' | 'opt_out' | 'identity_change' | 'order' | 'unknown'
  /** Identity keys of the sender, the route first; empty when `route` is a conversation id. */
  identities: string[]
  payload: unknown
  receivedAt: Date
  /** Order among items received in the same millisecond, as in one webhook with several messages. */
  place: number
  st: 'pending' | 'done' | 'dead'
  /** Steps that have begun with it; more than those that ended when the process died in between. */
  attempts: number
  /** Steps that could not apply it. */
  failures: number
  /** When it was finished; the key goes some time after. */
  doneAt?: Date
}

const named = { $type: 'string' as const }
const DAYS_A_KEY_IS_KEPT = 30 // WhatsApp redelivers for up to 7 days
export const inboxIndexes = [
  { key: { st: 1, receivedAt: 1 } },
  { key: { route: 1, st: 1, receivedAt: 1, place: 1 } },
  { key: { doneAt: 1 }, expireAfterSeconds: DAYS_A_KEY_IS_KEPT * 86_400 },
] as const

export type InboxStore = ReturnType<typeof createInboxStore>

export function createInboxStore(connection: Connection) {
  const inbox = connection.collection<InboxItem>('inbox')
  return {
    /** Durable before it returns; items whose key exists already are left as they are. */
    insert: (items: readonly InboxItem[]): Promise<void> =>
      insertIfAbsent(() => inbox.insertMany([...items], { ordered: false })),

    /** Pending items of these routes, oldest first. */
    pendingOf: (routes: readonly string[], limit: number): Promise<InboxItem[]> =>
      inbox
        .find({ route: { $in: [...routes] }, st: 'pending' })
        .sort({ receivedAt: 1, place: 1 })
        .limit(limit)
        .toArray(),

    /** The oldest pending items, for the sweep that finds what no hint told of: notices to many, or all else. */
    async oldestPending(limit: number, isBulk: boolean): Promise<Hint[]> {
      const filter = { st: 'pending' as const, 'payload.broadcastId': isBulk ? named : { $not: named } }
      const rows = await inbox
        .find(filter, { projection: { route: 1, channelId: 1, identities: 1 } })
        .sort({ receivedAt: 1 })
        .limit(limit)
        .toArray()
      return rows.map(({ route, channelId, identities }) => ({ route, channelId, identities, isBulk }))
    },

    /** Counts a try before it is made, so that an item that kills the process is counted too. */
    async countAttempt(keys: readonly string[]): Promise<void> {
      await inbox.updateMany({ _id: { $in: [...keys] } }, { $inc: { attempts: 1 } })
    },

    async countFailure(keys: readonly string[]): Promise<void> {
      await inbox.updateMany({ _id: { $in: [...keys] } }, { $inc: { failures: 1 } })
    },

    /** The payload goes, the key stays. */
    async markDone(keys: readonly string[], st: 'done' | 'dead', at: Date): Promise<void> {
      await inbox.updateMany({ _id: { $in: [...keys] } }, { $set: { st, doneAt: at, payload: null } })
    },

    countPending: (): Promise<number> => inbox.countDocuments({ st: 'pending' }),
  }
}
