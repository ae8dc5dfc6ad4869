import type { ConsentRecord } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** One address subscribed to one topic, with the message that proves it. */
export interface SubscriptionRow {
  /** `town:topicId:address` */
  _id: string
  town: string
  topicId: string
  /** A phone number in E.164, or a contact id when there is none. */
  address: string
  channelId: string
  contactId: string
  subscribed: boolean
  at: Date
  messageId: string | null
}

export const subscriptionIndexes = [
  { key: { town: 1, topicId: 1, subscribed: 1 } },
  { key: { town: 1, address: 1 } },
  { key: { contactId: 1 } },
] as const

export const consentIndexes = [{ key: { contactId: 1 } }, { key: { town: 1, at: -1, _id: -1 } }] as const

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>

export function createSubscriptionStore(connection: Connection) {
  const subscriptions = connection.collection<SubscriptionRow>('subscriptions')
  const consents = connection.collection<ConsentRow>('consents')
  return {
    /** Applies changes, of each subscription the last one; what is older than what is stored changes nothing. */
    async change(rows: readonly SubscriptionRow[]): Promise<void> {
      const last = new Map(rows.map(row => [row._id, row]))
      await insertIfAbsent(() =>
        subscriptions.bulkWrite(
          [...last.values()].map(({ _id, ...row }) => ({
            updateOne: { filter: { _id, at: { $lte: row.at } }, update: { $set: row }, upsert: true },
          })),
          { ordered: false }, // an older one is refused as a duplicate, which must not stop the others
        ),
      )
    },

    /** Ends every subscription of an address that is not younger than `at`. */
    async endAll(town: string, address: string, at: Date, messageId: string | null): Promise<void> {
      const filter = { town, address, subscribed: true, at: { $lte: at } }
      await subscriptions.updateMany(filter, { $set: { subscribed: false, at, messageId } })
    },

    /** Adds to the ledger of consents, which is never changed. */
    recordConsents: (rows: readonly ConsentRow[]): Promise<void> =>
      insertIfAbsent(() => consents.insertMany([...rows], { ordered: false })),
  }
}

/** One line of the consent ledger. */
export interface ConsentRow extends Omit<ConsentRecord, 'at'> {
  _id: string
  town: string
  channelId: string
  contactId: string
  at: Date
}
