import type { Effect, InputOf, Session } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Identity, RemoteFile } from '../channels/channel.ts'
import { isOnlyDuplicates } from './connect.ts'
import type { StepEvent } from './event-store.ts'
import type { InboundRecord } from './message-store.ts'

/** Something a committed step asked for, until it stands in its own collection. */
export type Outgoing =
  | { id: string; seq: number; what: 'effect'; effect: Effect; entryId: string | null }
  | { id: string; seq: number; what: 'event'; event: Omit<StepEvent, '_id'> }
  | { id: string; seq: number; what: 'inbound'; message: Omit<InboundRecord, '_id'>; files: RemoteFile[] }
  /** An incident's answer waits for the contact to write; `ask` is the template that asks them to. */
  | { id: string; seq: number; what: 'parked'; entryId: string; ask: { entryId: string; template: string } | null }

/** What people said after the 24-hour window had closed, in order. It goes out when the contact writes. */
export interface Parked {
  /** `id` is the entry of the incident. */
  words: { id: string; input: InputOf<'people'> }[]
  /** When the contact was last asked to reply. */
  askedAt: Date | null
}

/** Somebody whose messages are kept and not answered. */
export interface SenderBlock {
  /** Name of the person who blocked them. */
  by: string
  reason: string
  at: Date
}

/** One contact on one channel: the only commit point. */
export interface Conversation {
  /** `channelId:contactId` */
  _id: string
  town: string
  channelId: string
  channelKind: 'whatsapp' | 'webchat'
  contactId: string
  rev: number
  session: Session
  /** Where the contact waits now and since when, for counts on the drawing; older ones do not tell the time. */
  at: { flowId: string; version: number; node: string; since?: Date } | null
  dueAt: Date | null
  lastInAt: Date | null
  /** Where answers go. */
  address: Identity
  /** The phone number last seen, digits only; null while only a business-scoped id or a visitor is known. */
  phone: string | null
  /** Last number given to a message of this conversation, in or out. */
  seq: number
  /** Inbox keys applied last, newest last; longer than any batch. */
  applied: string[]
  outbox: Outgoing[]
  /** Absent while nothing has ever been parked. */
  parked?: Parked | null
  blocked?: SenderBlock | null
  /**
   * Everything about the person is going since then; nothing more is applied here. The salt comes when it begins. Who
   * goes because they have not written for long is not written to, and what they consented to stays as a proof.
   */
  erasing?: { at: Date; salt?: string; isForIdleness?: true } | null
}

export const conversationIndexes = [
  { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $type: 'date' } } },
  { key: { 'outbox.id': 1 }, sparse: true },
  { key: { town: 1, 'at.flowId': 1, 'at.node': 1 } },
  { key: { town: 1, lastInAt: -1, _id: -1 } },
  { key: { 'erasing.at': 1 }, sparse: true },
] as const

export type ConversationStore = ReturnType<typeof createConversationStore>

export function createConversationStore(connection: Connection) {
  const conversations = connection.collection<Conversation>('conversations')
  return {
    byIds: (ids: readonly string[]): Promise<Conversation[]> =>
      conversations.find({ _id: { $in: [...ids] } }).toArray(),

    /**
     * Commits many conversations in one command, each by compare-and-set on the `rev` it was read with (0 for a new
     * one). Returns the ids that were written; the others have been changed by somebody else, or nobody knows.
     */
    async commit(changed: readonly Conversation[]): Promise<Set<string>> {
      const writes = changed.map(({ _id, ...rest }) =>
        rest.rev === 1
          ? { insertOne: { document: { _id, ...rest } } }
          : { updateOne: { filter: { _id, rev: rest.rev - 1 }, update: { $set: rest } } },
      )
      const ids = changed.map(({ _id }) => _id)
      try {
        const { matchedCount, insertedCount } = await conversations.bulkWrite(writes, { ordered: false })
        if (matchedCount + insertedCount === changed.length) return new Set(ids)
      } catch (error) {
        if (!isOnlyDuplicates(error)) throw error
      }
      return this.written(changed)
    },

    /** Reads again what a commit left unknown: which of these are stored just as they were to be. */
    async written(changed: readonly Conversation[]): Promise<Set<string>> {
      const stored = await conversations
        .find({ _id: { $in: changed.map(({ _id }) => _id) } }, { projection: { rev: 1, applied: 1 } })
        .toArray()
      const newest = new Map(stored.map(({ _id, rev, applied }) => [_id, { rev, last: applied.at(-1) }]))
      const isWritten = ({ _id, rev, applied }: Conversation) =>
        newest.get(_id)?.rev === rev && newest.get(_id)?.last === applied.at(-1)
      return new Set(changed.filter(isWritten).map(({ _id }) => _id))
    },

    /** Takes what has been carried over out of the outboxes. */
    async pullOutbox(projected: readonly { convId: string; ids: readonly string[] }[]): Promise<void> {
      await conversations.bulkWrite(
        projected.map(({ convId, ids }) => ({
          updateOne: { filter: { _id: convId }, update: { $pull: { outbox: { id: { $in: [...ids] } } } } },
        })),
        { ordered: false },
      )
    },

    /** Conversations whose wait has ended. */
    due: (now: Date, limit: number): Promise<Pick<Conversation, '_id' | 'town' | 'channelId' | 'rev' | 'session'>[]> =>
      conversations
        .find({ dueAt: { $lte: now } }, { projection: { town: 1, channelId: 1, rev: 1, session: 1 } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray(),

    /** Conversations whose person has asked to be forgotten and still is not. */
    erasing: (limit: number): Promise<Conversation[]> =>
      conversations
        .find({ 'erasing.at': { $exists: true } })
        .limit(limit)
        .toArray(),

    /** Gives an erasure its salt, unless it has one; returns the one it has. */
    async saltErasure(convId: string, salt: string): Promise<string> {
      const unsalted = { _id: convId, 'erasing.at': { $exists: true }, 'erasing.salt': { $exists: false } }
      await conversations.updateOne(unsalted, { $set: { 'erasing.salt': salt } })
      const stored = await conversations.findOne({ _id: convId }, { projection: { erasing: 1 } })
      return stored?.erasing?.salt ?? salt
    },

    /** Conversations a crash left with something to carry over. */
    withOutbox: (limit: number): Promise<Conversation[]> =>
      conversations
        .find({ 'outbox.id': { $exists: true } })
        .limit(limit)
        .toArray(),
  }
}
