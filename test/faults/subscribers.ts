import { newContact, newSession } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Conversation } from '../../runtime/src/stores/conversation-store.ts'
import type { SubscriptionRow } from '../../runtime/src/stores/subscription-store.ts'

const PAGE = 2_000

export interface Subscribed {
  town: string
  channelId: string
  topicId: string
  count: number
  at: Date
}

/** The phone of a subscriber, digits only; all of them are different. */
export const subscriberPhone = (index: number): string => `346${String(index).padStart(8, '0')}`

const contactOf = (index: number) => {
  // Spread like the keyed hashes that contacts are known by.
  const hash = Math.imul(index + 1, 0x9e3779b1) >>> 0
  return `${hash.toString(36).padStart(7, '0')}${String(index).padStart(7, '0')}`
}

/** People who have just written to the channel and are subscribed to a topic, put into the database at once. */
export async function addSubscribers(connection: Connection, given: Subscribed): Promise<void> {
  const { town, channelId, topicId, count, at } = given
  const conversations = connection.collection<Conversation>('conversations')
  const subscriptions = connection.collection<SubscriptionRow>('subscriptions')
  for (let first = 0; first < count; first += PAGE) {
    const indexes = Array.from({ length: Math.min(PAGE, count - first) }, (_, offset) => first + offset)
    await conversations.insertMany(
      indexes.map((index): Conversation => {
        const contactId = contactOf(index)
        return {
          ...{ _id: `${channelId}:${contactId}`, town, channelId, channelKind: 'whatsapp', contactId, rev: 1 },
          session: newSession({ ...newContact(), subscriptions: [topicId] }, index),
          ...{ at: null, dueAt: null, lastInAt: at, phone: subscriberPhone(index), seq: 0, applied: [], outbox: [] },
          address: { type: 'phone', value: subscriberPhone(index) },
        }
      }),
    )
    await subscriptions.insertMany(
      indexes.map((index): SubscriptionRow => {
        const address = `+${subscriberPhone(index)}`
        return {
          ...{ _id: `${town}:${topicId}:${address}`, town, topicId, address, channelId, contactId: contactOf(index) },
          ...{ subscribed: true, at, messageId: null, source: 'import' },
        }
      }),
    )
  }
}
