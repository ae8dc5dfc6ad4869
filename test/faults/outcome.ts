import type { Connection } from 'mongoose'
import type { Conversation } from '../../runtime/src/stores/conversation-store.ts'
import type { StepEvent } from '../../runtime/src/stores/event-store.ts'
import type { IncidentRow } from '../../runtime/src/stores/incident-rows.ts'
import type { Send } from '../../runtime/src/stores/send-store.ts'
import type { Lab } from './lab.ts'

const REFERENCE = /\b[A-Z]{3}-[0-9A-Z]{7}\b/g

/** What a conversation came to, without what differs from run to run: ids, references, moments. */
export async function outcomeOf({ connection, convIdOf, platform }: Lab, phone: string) {
  const convId = convIdOf(phone)
  const masked = (text: string) =>
    text
      .replace(REFERENCE, 'REFERENCE')
      .replace(/my-data\/[\w-]+/, 'LINK')
      .replaceAll(phone, 'PHONE')
  const rows = <Row extends object>(name: string, filter: object): Promise<Row[]> =>
    allOf<Row>(connection, name, filter)
  const [conversation] = await rows<Conversation>('conversations', { _id: convId })
  const events = await rows<StepEvent & { _id: string }>('events', { convId })
  const revOf = ({ _id }: { _id: string }) => Number(_id.slice(convId.length + 1).split(':')[0])
  const read = new Set((await rows<{ _id: string }>('messages', { convId })).map(({ _id }) => _id))
  const own = { _id: { $regex: `^${convId}:` } }
  return {
    session: conversation && {
      status: conversation.session.status,
      node: conversation.session.wait?.node ?? null,
      subscriptions: conversation.session.contact.subscriptions,
      consents: conversation.session.contact.consents.map(({ purpose, accepted }) => ({ purpose, accepted })),
      waits: conversation.dueAt !== null,
    },
    seq: conversation?.seq,
    outbox: conversation?.outbox,
    messages: (await rows<{ seq: number; text: string | null }>('messages', { convId }))
      .sort((a, b) => a.seq - b.seq)
      .map(({ seq, text }) => [seq, text]),
    sends: (await rows<Send>('sends', { convId }))
      .sort((a, b) => a.seq - b.seq)
      .map(({ seq, st, message }) => [seq, st, masked(message.text)]),
    incidents: (await rows<IncidentRow>('incidents', { convId })).map(({ summary, status, entries }) => ({
      summary,
      status,
      entries: entries.map(({ kind, text, delivery }) => [kind, text, delivery]),
    })),
    passages: events.sort((a, b) => revOf(a) - revOf(b)).flatMap(({ passages }) => passages),
    stays: events.flatMap(({ ended }) => (ended ? [[ended.node, ended.end, ended.exit, ended.rule]] : [])),
    unread: events.filter(({ messageId }) => messageId && !read.has(messageId)).length,
    messagesIn: events.reduce((sum, { messagesIn }) => sum + messagesIn, 0),
    messagesOut: events.reduce((sum, { messagesOut }) => sum + messagesOut, 0),
    subscriptions: (
      await rows<{ topicId: string; subscribed: boolean }>('subscriptions', { contactId: convId.slice(5) })
    ).map(({ topicId, subscribed }) => [topicId, subscribed]),
    consents: (await rows('consents', { contactId: convId.slice(5) })).length,
    notices: (await rows<{ text: string }>('notices', own)).map(({ text }) => text),
    calls: (await rows<{ st: string }>('service_calls', { convId })).map(({ st }) => st),
    fetches: (await rows<{ st: string }>('media_fetches', { convId })).map(({ st }) => st),
    requests: (await rows('privacy_requests', { convId })).length,
    unfinished: (await rows<{ kind: string; st: string }>('inbox', { st: { $ne: 'done' } })).map(({ kind, st }) => [
      kind,
      st,
    ]),
    heard: platform.handedOver.filter(({ to }) => to.value === phone).map(({ message }) => masked(message.text)),
  }
}

export type Outcome = Awaited<ReturnType<typeof outcomeOf>>

async function allOf<Row extends object>(connection: Connection, name: string, filter: object): Promise<Row[]> {
  return (await connection.collection(name).find(filter).toArray()) as unknown as Row[]
}
