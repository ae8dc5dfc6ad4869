import type { Input } from '@pregoner/shared'
import type { Channel, DeliveryReport, Identity, InboundItem } from '../channels/channel.ts'
import type { ConversationStore } from '../stores/conversation-store.ts'
import type { Hint, InboxItem, InboxStore } from '../stores/inbox-store.ts'
import type { Keys } from './keys.ts'
import type { Order } from './orders.ts'
import { perTick } from './per-tick.ts'

export interface ReceiveDeps {
  inbox: InboxStore
  conversations: ConversationStore
  keys: Keys
  now: () => Date
  /** Applies delivery reports; durable before it returns. */
  report: (reports: readonly DeliveryReport[]) => Promise<void>
  /** How far messages of this conversation got is known now. */
  onReported: (townKey: string, convId: string) => void
  /** Something is wrong with the channel itself. */
  onNews: (channel: Channel, code: string, isFatal: boolean) => Promise<void>
  wake: (hints: readonly Hint[]) => void
}

export type Receive = ReturnType<typeof createReceive>

/** A conversation we know, and where it is held. */
export interface ConversationPlace {
  convId: string
  town: string
  channelId: string
}

const CONVERSATION = 'conv|'
export const conversationRoute = (convId: string): string => CONVERSATION + convId
/** The conversation a route names by itself; null when it is an identity. */
export const conversationOf = (route: string): string | null =>
  route.startsWith(CONVERSATION) ? route.slice(CONVERSATION.length) : null

/** A channel reports on its own messages only: effect ids begin with the conversation's, and that with the channel's. */
const isOwn = ({ key }: Channel, { effectId }: DeliveryReport) => effectId === null || effectId.startsWith(`${key}:`)

/** The conversation a reported message belongs to; its id is an effect's. */
const conversationIdOf = ({ effectId }: DeliveryReport): string[] =>
  effectId === null ? [] : [effectId.split(':').slice(0, -2).join(':')]

/** Takes in what arrives: everything is durable before a promise here is kept, and nothing else happens before. */
export function createReceive({ inbox, keys, now, report, onReported, onNews, wake }: ReceiveDeps) {
  const insert = perTick<InboxItem>(items => inbox.insert(items))
  const applyReports = perTick<DeliveryReport>(report)

  let received = 0

  const row = (
    channel: Pick<Channel, 'key' | 'town'>,
    kind: InboxItem['kind'],
    key: string,
    route: string,
    identities: string[],
    payload: unknown,
  ): InboxItem => ({
    _id: key,
    route,
    town: channel.town,
    channelId: channel.key,
    kind,
    identities,
    payload,
    receivedAt: now(),
    place: received++,
    st: 'pending',
    attempts: 0,
    failures: 0,
  })

  const ofPerson = (
    channel: Channel,
    kind: InboxItem['kind'],
    item: { externalId: string },
    people: readonly Identity[],
  ): InboxItem => {
    const identities = people.map(identity => keys.identity(channel.key, identity))
    return row(channel, kind, keys.inbox(channel.key, kind, item.externalId), identities[0] ?? '', identities, item)
  }

  function toRow(channel: Channel, item: InboundItem): InboxItem | null {
    if (item.kind === 'message') return ofPerson(channel, 'message', item, item.identities)
    if (item.kind === 'opt_out') return ofPerson(channel, 'opt_out', item, item.identities)
    if (item.kind === 'identity_change') return ofPerson(channel, 'identity_change', item, item.from)
    if (item.kind !== 'unknown') return null
    const key = keys.inbox(channel.key, 'unknown', item.externalId)
    // Kept for an officer to look at, but there is nobody to apply it to: it is done as soon as it is here. As text,
    // because its keys may be anything.
    return { ...row(channel, 'unknown', key, '', [], JSON.stringify(item.raw)), st: 'done', doneAt: now() }
  }

  const hintOf = ({ route, channelId, identities }: InboxItem, isBulk = false): Hint => ({
    ...{ route, channelId, identities, isBulk },
  })

  return {
    /** Takes a channel's items. Returns once all of them are durable; a failure means: deliver them again. */
    async items(channel: Channel, items: readonly InboundItem[]): Promise<void> {
      const rows = items.flatMap(item => toRow(channel, item) ?? [])
      const reports = items.flatMap(item => (item.kind === 'status' && isOwn(channel, item) ? [item] : []))
      await Promise.all([insert(rows), applyReports(reports)])
      for (const convId of new Set(reports.flatMap(conversationIdOf))) onReported(channel.town, convId)
      for (const item of items) if (item.kind === 'channel_news') await onNews(channel, item.code, item.isFatal)
      wake(rows.filter(({ st }) => st === 'pending').map(each => hintOf(each)))
    },

    /** Takes what the town hall wants done to a conversation; durable before it returns, once by the order's id. */
    async order({ convId, town, channelId }: ConversationPlace, order: Order): Promise<void> {
      const key = keys.inbox(channelId, 'order', `${convId}|${order.id}`)
      const item = row({ key: channelId, town }, 'order', key, conversationRoute(convId), [], order)
      await insert([item])
      wake([hintOf(item, order.kind === 'broadcast' && order.broadcastId !== null)])
    },

    /** Takes something about a conversation we know: an officer's answer, a service's, a timer, a new version. Idempotent by `id`. */
    async input(
      conversation: ConversationPlace,
      kind: 'officer' | 'timer' | 'service' | 'moved',
      id: string,
      input: Input,
    ): Promise<void> {
      const { convId, town, channelId } = conversation
      const key = keys.inbox(channelId, kind, `${convId}|${id}`)
      const item = row({ key: channelId, town }, kind, key, conversationRoute(convId), [], { id, input })
      await insert([item])
      wake([hintOf(item)])
    },
  }
}
