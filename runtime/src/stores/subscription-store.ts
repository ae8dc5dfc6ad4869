import {
  type ConsentRecord,
  purposeOf,
  type SubscriptionGrowth,
  type SubscriptionSource,
  topicOf,
  townDate,
} from '@pregoner/shared'
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
  /** By what it came about; absent on older ones. */
  source?: SubscriptionSource
}

const DAY_MS = 86_400_000
const growthFields = { at: 1, purpose: 1, source: 1, accepted: 1 } as const

/** Stands for all topics where somebody has refused all of them. */
export const EVERYTHING = '*'

/** The id of the subscription of an address to a topic. */
export const subscriptionId = (town: string, topicId: string, address: string): string =>
  `${town}:${topicId}:${address}`

export type Standing = Pick<SubscriptionRow, 'subscribed' | 'at'>

/** One change of a subscription and what proves it. `id` makes recording it twice harmless. */
export interface SubscriptionChange {
  id: string
  row: SubscriptionRow
  /** The name of the topic as it was then: what somebody said yes or no to. */
  topicName: string
}

export const subscriptionIndexes = [
  { key: { town: 1, topicId: 1, subscribed: 1 } },
  { key: { town: 1, address: 1 } },
  { key: { contactId: 1 } },
] as const

export const consentIndexes = [
  { key: { contactId: 1 } },
  { key: { town: 1, address: 1 }, partialFilterExpression: { address: { $type: 'string' } } },
  { key: { town: 1, at: -1, _id: -1 } },
] as const

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>

export function createSubscriptionStore(connection: Connection) {
  const subscriptions = connection.collection<SubscriptionRow>('subscriptions')
  const consents = connection.collection<ConsentRow>('consents')
  const record = (rows: readonly ConsentRow[]): Promise<void> =>
    insertIfAbsent(() => consents.insertMany([...rows], { ordered: false }))
  return {
    /**
     * Applies changes, of each subscription the last one; what is older than what is stored changes nothing. The proof of
     * each is in the ledger before it holds.
     */
    async change(changes: readonly SubscriptionChange[]): Promise<void> {
      await record(changes.map(proofOf))
      const rows = changes.map(({ row }) => row)
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

    /**
     * Ends every subscription of an address that is not younger than `at`, and remembers that they wanted none: a yes
     * that is older, and comes later from a file, is over as well.
     */
    async endAll(ending: Ending): Promise<void> {
      const { id, town, address, at, messageId, source } = ending
      const refusal = { town, topicId: EVERYTHING, address, channelId: '', contactId: '', subscribed: false }
      await insertIfAbsent(() =>
        subscriptions.updateOne(
          { _id: subscriptionId(town, EVERYTHING, address), at: { $lte: at } },
          { $set: { ...refusal, at, messageId, source } },
          { upsert: true },
        ),
      )
      const filter = { town, address, subscribed: true, at: { $lte: at } }
      const rows = await subscriptions.find(filter).toArray()
      if (rows.length === 0) return
      const end = { subscribed: false, at, messageId, source }
      await record(
        rows.map(row => proofOf({ id: `${id}:${row.topicId}`, row: { ...row, ...end }, topicName: row.topicId })),
      )
      await subscriptions.updateMany(filter, { $set: end })
    },

    /**
     * How these addresses stand with a topic: subscribed, or since when they have wanted none of it. Whoever never said
     * anything about it is missing.
     */
    async standing(town: string, topicId: string, addresses: readonly string[]): Promise<Map<string, Standing>> {
      const ids = addresses.flatMap(each => [
        subscriptionId(town, topicId, each),
        subscriptionId(town, EVERYTHING, each),
      ])
      const rows = await subscriptions
        .find({ _id: { $in: ids } }, { projection: { address: 1, subscribed: 1, at: 1 } })
        .toArray()
      const found = new Map<string, Standing>()
      for (const { address, subscribed, at } of rows) {
        const known = found.get(address)
        if (!known || subscribed || (!known.subscribed && known.at < at)) found.set(address, { subscribed, at })
      }
      return found
    },

    /** How many joined and left each topic, by day of the town and by what it came about; both days are in it. */
    async growth(town: string, timeZone: string, from: string, to: string): Promise<SubscriptionGrowth[]> {
      const counts = new Map<string, SubscriptionGrowth>()
      // A day more on either side: where the town's day begins and ends is told by each line.
      const at = { $gte: new Date(Date.parse(from) - DAY_MS), $lt: new Date(Date.parse(to) + 2 * DAY_MS) }
      const lines = consents.find({ town, at, source: { $exists: true } }, { projection: growthFields })
      for await (const { at: moment, purpose, source, accepted } of lines) {
        const day = townDate(moment, timeZone)
        const topicId = topicOf(purpose)
        if (topicId === null || !source || day < from || day > to) continue
        const key = `${day} ${topicId} ${source}`
        const known = counts.get(key) ?? { day, topicId, source, joined: 0, left: 0 }
        known[accepted ? 'joined' : 'left'] += 1
        counts.set(key, known)
      }
      return [...counts.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
    },

    /** Adds to the ledger of consents, which is never changed. */
    recordConsents: record,
  }
}

/** Everything an address is subscribed to ends, for this reason. */
export interface Ending {
  id: string
  town: string
  address: string
  at: Date
  messageId: string | null
  source: SubscriptionSource
}

/** The line of the ledger that proves a change. */
const proofOf = ({ id, row, topicName }: SubscriptionChange): ConsentRow => ({
  _id: id,
  town: row.town,
  channelId: row.channelId,
  contactId: row.contactId,
  purpose: purposeOf(row.topicId),
  version: topicName,
  accepted: row.subscribed,
  at: row.at,
  messageId: row.messageId,
  address: row.address,
  source: row.source ?? 'flow',
})

/** One line of the consent ledger. */
export interface ConsentRow extends Omit<ConsentRecord, 'at'> {
  _id: string
  town: string
  channelId: string
  contactId: string
  at: Date
  /** Of a subscription: what it is under, and by what it changed. */
  address?: string
  source?: SubscriptionSource
}
