import type { Connection } from 'mongoose'
import { conversationScope } from './conversation-scope.ts'
import type { Conversation } from './conversation-store.ts'
import type { InboundRecord } from './message-store.ts'
import type { Send } from './send-store.ts'

/** What is gone through from the newest back: contacts by when they wrote last, what they wrote, what they were told. */
export const searchedStreams = ['contacts', 'inbound', 'outbound'] as const
export type SearchedStream = (typeof searchedStreams)[number]

/** Where a stream goes on: right behind this row. `at` is null among contacts who have never written. */
export interface StreamPlace {
  at: Date | null
  id: string
}

/** One row: where it stands, and the words it holds. */
export interface SearchedRow extends StreamPlace {
  convId: string
  text: string
}

export type SearchedContact = Pick<Conversation, '_id' | 'phone' | 'lastInAt'> & {
  session: { contact: Pick<Conversation['session']['contact'], 'name' | 'labels'> }
}

const contactFields = { 'session.contact.name': 1, 'session.contact.labels': 1, phone: 1, lastInAt: 1 } as const

/** What of a contact can be searched for. */
export const contactText = ({ session: { contact }, phone }: SearchedContact): string =>
  [contact.name, phone, ...contact.labels].filter(Boolean).join(' ')

export type ConversationSearchStore = ReturnType<typeof createConversationSearchStore>

/** Reads conversations and messages of a town in bounded stretches, the newest first. */
export function createConversationSearchStore(connection: Connection) {
  const conversations = connection.collection<Conversation>('conversations')
  const messages = connection.collection<InboundRecord>('messages')
  const sends = connection.collection<Send>('sends')
  const { readable } = conversationScope(connection)

  const behind = (field: string, { at, id }: StreamPlace) => ({
    [field]: { $lte: at },
    $or: [{ [field]: { $lt: at } }, { _id: { $lt: id } }],
  })

  async function contacts(town: string, from: StreamPlace | null, limit: number): Promise<SearchedRow[]> {
    const read = (filter: object, most: number) =>
      conversations
        .find<SearchedContact>({ town, ...filter }, { projection: contactFields })
        .sort({ lastInAt: -1, _id: -1 })
        .limit(most)
        .toArray()
    const rows =
      from?.at === null
        ? await read({ lastInAt: null, _id: { $lt: from.id } }, limit)
        : await read(from ? behind('lastInAt', from) : {}, limit)
    // Those who have never written are in no range of dates.
    if (from?.at && rows.length < limit) rows.push(...(await read({ lastInAt: null }, limit - rows.length)))
    return rows.map(row => ({ at: row.lastInAt, id: row._id, convId: row._id, text: contactText(row) }))
  }

  async function inbound(town: string, from: StreamPlace | null, limit: number): Promise<SearchedRow[]> {
    const rows = await messages
      .find({ town, ...(from && behind('at', from)) }, { projection: { convId: 1, at: 1, text: 1 } })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .toArray()
    return rows.map(({ _id, convId, at, text }) => ({ at, id: _id, convId, text: text ?? '' }))
  }

  async function outbound(town: string, from: StreamPlace | null, limit: number): Promise<SearchedRow[]> {
    const rows = await sends
      .find(
        { town, ...(from && behind('createdAt', from)) },
        { projection: { convId: 1, createdAt: 1, 'message.text': 1 } },
      )
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .toArray()
    return rows.map(({ _id, convId, createdAt, message }) => ({ at: createdAt, id: _id, convId, text: message.text }))
  }
  const streams = { contacts, inbound, outbound }

  return {
    readable,

    /** The next rows of a stream, of the whole town. */
    read: (town: string, stream: SearchedStream, from: StreamPlace | null, limit: number): Promise<SearchedRow[]> =>
      streams[stream](town, from, limit),

    /** What can be searched for of these contacts. */
    async contactTexts(town: string, convIds: readonly string[]): Promise<Map<string, string>> {
      const rows = await conversations
        .find<SearchedContact>({ town, _id: { $in: [...convIds] } }, { projection: contactFields })
        .toArray()
      return new Map(rows.map(row => [row._id, contactText(row)]))
    },

    byIds: (town: string, convIds: readonly string[]): Promise<Conversation[]> =>
      conversations.find({ town, _id: { $in: [...convIds] } }).toArray(),
  }
}
