import {
  type Effect,
  type Input,
  input as inputSchema,
  newContact,
  newSession,
  type Session,
  type SubscriptionSource,
} from '@pregoner/shared'
import type {
  Channel,
  Identity,
  IdentityChange,
  InboundMessage,
  PlatformOptOut,
  RemoteFile,
} from '../channels/channel.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { InboxItem } from '../stores/inbox-store.ts'
import type { InboundRecord } from '../stores/message-store.ts'
import type { Contacts } from './contacts.ts'
import type { Keys } from './keys.ts'
import { carryOut, type Order } from './orders.ts'

export interface ItemDeps {
  channel: (channelId: string) => Promise<Channel | null>
  contacts: Contacts
  keys: Keys
  now: () => Date
}

/** One inbox item as a turn of its conversation. */
export interface Turn {
  /** What the engine is told; null when the item only changes facts or is merely kept. */
  input: Input | null
  at: Date
  changes: Partial<Pick<Conversation, 'lastInAt' | 'address' | 'phone' | 'blocked' | 'erasing'>>
  /** Facts of the contact that change without any flow. */
  session: (before: Session) => { session: Session; effects: Effect[] }
  inbound: { message: Omit<InboundRecord, '_id' | 'seq'>; files: RemoteFile[] } | null
  /** Identity keys that lead to this contact from now on. */
  newKeys: string[]
  /** The incident entry whose words this turn carries to the contact. */
  entryId: string | null
}

const unchanged = (session: Session) => ({ session, effects: [] })

/** Where the person an item comes from can be written to; undefined when it comes from no person. */
function addressIn({ kind, payload }: InboxItem): Identity | undefined {
  if (kind === 'message' || kind === 'opt_out') return (payload as InboundMessage | PlatformOptOut).identities[0]
  return kind === 'identity_change' ? (payload as IdentityChange).to[0] : undefined
}

/** A conversation nobody has written to the database yet; its first commit makes `rev` 1. */
export function newConversation(
  convId: string,
  item: InboxItem,
  channel: Channel,
  deps: ItemDeps,
): Conversation | null {
  const address = addressIn(item)
  if (!address) return null
  return {
    _id: convId,
    town: channel.town,
    channelId: channel.key,
    channelKind: channel.kind,
    contactId: convId.slice(channel.key.length + 1),
    rev: 0,
    session: newSession(newContact(), deps.keys.seed(convId)),
    at: null,
    dueAt: null,
    lastInAt: null,
    address,
    phone: null,
    seq: 0,
    applied: [],
    outbox: [],
  }
}

/** The phone number among somebody's identities; what is known stays when there is none. */
function phoneIn(identities: readonly Identity[]): Turn['changes'] {
  const phone = identities.find(({ type }) => type === 'phone')
  return phone ? { phone: phone.value } : {}
}

/** The app's name for whoever has none yet; one that a flow has asked for stays. */
const named = (session: Session, name: string | null): Session =>
  name && session.contact.name === null
    ? { ...session, contact: { ...session.contact, name: name.slice(0, 120) } }
    : session

/** When the contact wrote last: by the platform's clock, because a late redelivery opens no window for answers. */
const lastWritten = (before: Date | null, at: Date, receivedAt: Date): Date => {
  const written = at < receivedAt ? at : receivedAt
  return before && before > written ? before : written
}

function messageTurn(item: InboxItem, conversation: Conversation): Turn {
  const message = item.payload as InboundMessage
  const { text, media, place } = message.reply
  return {
    input: message.isSilent ? null : { ...message.reply, messageId: item._id },
    at: item.receivedAt,
    changes: {
      lastInAt: lastWritten(conversation.lastInAt, message.at, item.receivedAt),
      address: message.identities[0],
      ...phoneIn(message.identities),
    },
    session: before => unchanged(named(before, message.name)),
    inbound: {
      message: { town: conversation.town, convId: conversation._id, at: item.receivedAt, text, media, place },
      files: message.files,
    },
    newKeys: [],
    entryId: null,
  }
}

const factsTurn = (item: InboxItem, changes: Turn['changes'], session: Turn['session'] = unchanged): Turn => ({
  input: null,
  at: item.receivedAt,
  changes,
  session,
  inbound: null,
  newKeys: [],
  entryId: null,
})

const changing = (
  item: InboxItem,
  source: SubscriptionSource,
  topicId: string,
  subscribed: boolean,
  address: string | null,
): Effect => ({ kind: 'change_subscription', topicId, subscribed, address, messageId: item._id, source })

/** The platform says the person wants no more notices: every subscription ends, nothing is said. */
const optOutTurn = (item: InboxItem): Turn => {
  const { isStop, identities } = item.payload as PlatformOptOut
  // Whoever has never written may be subscribed all the same, under the number that comes with it.
  return factsTurn(item, phoneIn(identities), before => {
    if (!isStop) return unchanged(before)
    const effects = before.contact.subscriptions.map(topicId => changing(item, 'platform', topicId, false, null))
    const at = item.receivedAt.toISOString()
    const all: Effect = { kind: 'end_subscriptions', messageId: item._id, source: 'platform', at }
    return { session: { ...before, contact: { ...before.contact, subscriptions: [] } }, effects: [...effects, all] }
  })
}

/** Notices follow a person to their new number; the old one may be somebody else's soon. */
function identityTurn(item: InboxItem, { channelId, phone }: Conversation, { keys }: ItemDeps): Turn {
  const { to } = item.payload as IdentityChange
  const isMoving = phone !== null && phoneIn(to).phone !== undefined
  const moving = (topicId: string) => [
    changing(item, 'new_number', topicId, false, `+${phone}`),
    changing(item, 'new_number', topicId, true, null),
  ]
  const session = (before: Session) => ({
    session: before,
    effects: isMoving ? before.contact.subscriptions.flatMap(moving) : [],
  })
  return {
    ...factsTurn(item, { address: to[0], ...phoneIn(to) }, session),
    newKeys: to.map(identity => keys.identity(channelId, identity)),
  }
}

const inputIn = ({ payload }: InboxItem): Input | null => {
  const known = inputSchema.safeParse((payload as { input?: unknown } | null)?.input)
  return known.success ? known.data : null
}

const inputTurn = (item: InboxItem): Turn => ({
  ...factsTurn(item, {}),
  input: inputIn(item),
  entryId: item.kind === 'officer' ? (item.payload as { id: string }).id : null,
})

const orderTurn = (item: InboxItem, conversation: Conversation): Turn => {
  const { changes, session } = carryOut(item.payload as Order, item.receivedAt, conversation)
  return factsTurn(item, changes, session)
}

/** The version of a flow that an item takes people to, which must be at hand before it is applied. */
export function movedTo(item: InboxItem): { flowId: string; version: number }[] {
  const input = item.kind === 'moved' ? inputIn(item) : null
  return input?.kind === 'moved' && input.version !== null ? [{ flowId: input.flowId, version: input.version }] : []
}

/** How each kind of item becomes a turn. */
export function readItem(item: InboxItem, conversation: Conversation, deps: ItemDeps): Turn {
  const kinds: { [Kind in InboxItem['kind']]: () => Turn } = {
    message: () => messageTurn(item, conversation),
    opt_out: () => optOutTurn(item),
    identity_change: () => identityTurn(item, conversation, deps),
    timer: () => inputTurn(item),
    service: () => inputTurn(item),
    officer: () => inputTurn(item),
    moved: () => inputTurn(item),
    order: () => orderTurn(item, conversation),
    unknown: () => factsTurn(item, {}),
  }
  return kinds[item.kind]()
}
