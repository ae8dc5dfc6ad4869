import type { Connection } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { conversationScope } from './conversation-scope.ts'
import type { Conversation } from './conversation-store.ts'
import type { StepEvent } from './event-store.ts'
import type { IncidentRow } from './incident-rows.ts'
import type { InboundRecord } from './message-store.ts'
import type { Send } from './send-store.ts'
import { type ConsentRow, EVERYTHING, type SubscriptionRow } from './subscription-store.ts'

const MAX_LISTED = 100

/** Where a list goes on: right behind this conversation. */
export interface ConversationCursor {
  /** Null once those who have never written come. */
  at: Date | null
  behind: string
}

export interface ConversationFilter {
  isBlocked: boolean
  limit: number
}

/** What a list in this order shows after this place; who has never written comes last. */
const behind = ({ at, behind: id }: ConversationCursor): object =>
  at === null
    ? { lastInAt: null, _id: { $lt: id } }
    : { $or: [{ lastInAt: { $lt: at } }, { lastInAt: at, _id: { $lt: id } }, { lastInAt: null }] }

type Incident = Pick<IncidentRow, '_id' | 'reference' | 'summary' | 'status' | 'openedAt'>

export type ConversationViewStore = ReturnType<typeof createConversationViewStore>

/** Conversations as people of the town hall may read them: agents those of their departments' incidents. */
export function createConversationViewStore(connection: Connection) {
  const conversations = connection.collection<Conversation>('conversations')
  const messages = connection.collection<InboundRecord>('messages')
  const sends = connection.collection<Send>('sends')
  const incidents = connection.collection<IncidentRow>('incidents')

  const { incidentsIn, readable } = conversationScope(connection)

  return {
    /** A page of conversations, the one written in last first. */
    async list(
      scope: Scope,
      { isBlocked, limit }: ConversationFilter,
      cursor: ConversationCursor | null,
    ): Promise<{ rows: Conversation[]; hasMore: boolean }> {
      const within = await readable(scope)
      const filter = {
        town: scope.townKey,
        ...(within && { _id: { $in: within } }),
        ...(isBlocked && { 'blocked.at': { $exists: true } }),
      }
      const rows = await conversations
        .find(cursor ? { $and: [filter, behind(cursor)] } : filter)
        .sort({ lastInAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray()
      return { rows: rows.slice(0, limit), hasMore: rows.length > limit }
    },

    /** One conversation; null when there is none that this person may read. */
    async get(scope: Scope, convId: string): Promise<Conversation | null> {
      const row = await conversations.findOne({ _id: convId, town: scope.townKey })
      if (!row || !departmentsOf(scope)) return row
      const isTheirs = await incidents.findOne({ ...incidentsIn(scope), convId }, { projection: { _id: 1 } })
      return isTheirs ? row : null
    },

    /** Of these conversations those with incidents, by the departments that have them. */
    async byDepartment(townKey: string, convIds: readonly string[]): Promise<Map<string, string[]>> {
      const rows = await incidents
        .find({ town: townKey, convId: { $in: [...convIds] } }, { projection: { convId: 1, departmentId: 1 } })
        .toArray()
      const found = new Map<string, Set<string>>()
      for (const { departmentId, convId } of rows)
        found.set(departmentId, (found.get(departmentId) ?? new Set()).add(convId))
      return new Map([...found].map(([departmentId, ids]) => [departmentId, [...ids]]))
    },

    /** What each of these contacts wrote last. */
    async lastTexts(convIds: readonly string[]): Promise<Map<string, string>> {
      const found = convIds.map(async convId => {
        const [last] = await messages
          .find({ convId }, { projection: { text: 1 } })
          .sort({ seq: -1 })
          .limit(1)
          .toArray()
        return [convId, last?.text ?? ''] as const
      })
      return new Map(await Promise.all(found))
    },

    /** Messages of both directions before `seq`, the newest of them. */
    async messages(
      convId: string,
      before: number,
      limit: number,
    ): Promise<{ inbound: InboundRecord[]; outbound: Send[] }> {
      const earlier = { convId, seq: { $lt: before } }
      const [inbound, outbound] = await Promise.all([
        messages.find(earlier).sort({ seq: -1 }).limit(limit).toArray(),
        sends
          .find({ ...earlier, isWordless: { $ne: true } })
          .sort({ seq: -1 })
          .limit(limit)
          .toArray(),
      ])
      return { inbound, outbound }
    },

    /** What else is known of a contact, newest first; of incidents those this person may see. */
    async around(scope: Scope, { _id, town, contactId, phone }: Conversation) {
      const newest = { at: -1 } as const
      const addresses = [contactId, ...(phone ? [`+${phone}`] : [])]
      const [consents, subscriptions, opened, events] = await Promise.all([
        connection
          .collection<ConsentRow>('consents')
          .find({ town, contactId, address: { $exists: false } }) // subscriptions are shown apart
          .sort(newest)
          .limit(MAX_LISTED)
          .toArray(),
        connection
          .collection<SubscriptionRow>('subscriptions')
          .find({ town, address: { $in: addresses }, topicId: { $ne: EVERYTHING } })
          .sort(newest)
          .limit(MAX_LISTED)
          .toArray(),
        incidents
          .find<Incident>({ ...incidentsIn(scope), convId: _id })
          .sort({ openedAt: -1 })
          .limit(MAX_LISTED)
          .toArray(),
        connection.collection<StepEvent>('events').find({ convId: _id }).sort(newest).limit(MAX_LISTED).toArray(),
      ])
      return { consents, subscriptions, incidents: opened, events }
    },
  }
}
