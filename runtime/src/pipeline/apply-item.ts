import type { Advance, Effect, Session } from '@pregoner/shared'
import type { Conversation, Outgoing } from '../stores/conversation-store.ts'
import type { InboxItem } from '../stores/inbox-store.ts'
import { unlessBlocked } from './blocked.ts'
import { deadLetter } from './dead-letter.ts'
import { type ItemDeps, readItem, type Turn } from './items.ts'
import { type Taken, type TownWays, takeTurn } from './parking.ts'
import { stayAfter } from './stay.ts'

const MAX_APPLIED = 32 // four steps' worth: a key is still there when its item is read again
/** After so many failed tries, or begun ones that never ended, an item is given to a person instead. */
const MAX_FAILURES = 5
const MAX_ATTEMPTS = 10

const statisticsOf = (advance: Advance, before: Session, isReply: boolean) => ({
  language: advance.session.contact.language,
  flowId: advance.session.flowId,
  version: advance.session.flowVersion,
  started: advance.trace[0] !== undefined && before.wait === null,
  messagesIn: isReply ? 1 : 0,
  passages: advance.trace.map(({ flowId, node, exit }) => ({ flowId, node, exit })),
  notUnderstood: advance.effects.flatMap(effect =>
    effect.kind === 'not_understood' ? [{ flowId: effect.flowId, node: effect.node, text: effect.text }] : [],
  ),
  subscriptions: advance.effects.flatMap(effect =>
    effect.kind === 'change_subscription' ? [{ topicId: effect.topicId, subscribed: effect.subscribed }] : [],
  ),
  ratings: advance.effects.flatMap(effect =>
    effect.kind === 'rate' ? [{ flowId: effect.flowId, node: effect.node, mark: effect.mark, best: effect.best }] : [],
  ),
})

/** Effects that are only counted travel inside the event; the others are carried out. */
const isCarriedOut = ({ kind }: Effect) => kind !== 'not_understood' && kind !== 'rate'

/** The conversation after one more item: its session, what is to be carried out, and the item's key among the applied. */
function after(
  conversation: Conversation,
  item: InboxItem,
  turn: Turn,
  taken: Taken,
  isQuiet: boolean,
  { flows }: TownWays,
): Conversation {
  const { session, trace, carried } = taken
  const advance: Advance = { session, trace, effects: carried.map(({ effect }) => effect) }
  let { seq } = conversation
  let messagesOut = 0
  const outbox: Outgoing[] = [...conversation.outbox]
  const nextId = () => `${conversation._id}:${conversation.rev + 1}:${outbox.length}`
  const messageId = turn.inbound ? nextId() : null
  if (turn.inbound) {
    seq += 1
    const { message, files } = turn.inbound
    outbox.push({ id: nextId(), seq, what: 'inbound', message: { ...message, seq }, files })
  }
  if (taken.mark) outbox.push({ id: nextId(), seq, what: 'parked', ...taken.mark })
  for (const { effect, entryId } of carried.filter(one => isCarriedOut(one.effect))) {
    if (effect.kind === 'send_message') {
      if (isQuiet && entryId === null && effect.broadcastId === undefined && !effect.isFront) continue
      seq += 1
      messagesOut += 1
    }
    outbox.push({ id: nextId(), seq, what: 'effect', effect, entryId })
  }
  const isReply = turn.input?.kind === 'reply'
  const stay = stayAfter({ before: conversation, advance, input: turn.input, now: turn.at, flows })
  const event = {
    ...statisticsOf(advance, conversation.session, isReply),
    messagesOut,
    town: conversation.town,
    at: turn.at,
    convId: conversation._id,
    channelKind: conversation.channelKind,
    ended: stay.ended,
    messageId,
  }
  if (isReply || event.passages.length > 0 || event.messagesOut > 0 || event.subscriptions.length > 0) {
    outbox.push({ id: nextId(), seq, what: 'event', event })
  }
  const asksToGo = advance.effects.some(effect => effect.kind === 'privacy_request' && effect.request === 'erase')
  return {
    ...conversation,
    ...turn.changes,
    ...(asksToGo && { erasing: { at: turn.at } }),
    seq,
    session: advance.session,
    at: stay.at,
    dueAt: advance.session.wait?.dueAt ? new Date(advance.session.wait.dueAt) : null,
    applied: [...conversation.applied, item._id].slice(-MAX_APPLIED),
    outbox,
    ...(taken.parked !== (conversation.parked ?? null) && { parked: taken.parked }),
  }
}

/** Whether a person is to look at it instead. */
export const isDead = ({ failures, attempts }: InboxItem) => failures >= MAX_FAILURES || attempts >= MAX_ATTEMPTS

/** The turn of an item nobody could apply, whatever it holds. */
const deadTurn = (item: InboxItem): Turn => ({
  input: null,
  at: item.receivedAt,
  changes: {},
  session: session => ({ session, effects: [] }),
  inbound: null,
  newKeys: [],
  entryId: null,
})

function taken(conversation: Conversation, turn: Turn, item: InboxItem, ways: TownWays): Taken {
  const before = turn.session(conversation.session)
  const carried = (effects: readonly Effect[]) => effects.map(effect => ({ effect, entryId: null }))
  if (isDead(item)) {
    const letter = deadLetter(before.session, ways.flows, item, `X-${item._id.slice(0, 8).toUpperCase()}`)
    const { session, trace, effects } = letter
    return { session, trace, carried: carried(effects), parked: conversation.parked ?? null, mark: null }
  }
  const after = takeTurn(conversation, turn, before.session, ways)
  return { ...after, carried: [...carried(before.effects), ...after.carried] }
}

/**
 * Applies one item in memory. `rev` stays: all items of one commit make one new revision. `isQuiet` keeps a flooded
 * conversation from being answered message by message.
 */
export function applyItem(
  conversation: Conversation,
  item: InboxItem,
  ways: TownWays,
  isQuiet: boolean,
  deps: ItemDeps,
): { next: Conversation; newKeys: readonly string[] } {
  const read = isDead(item) ? deadTurn(item) : readItem(item, conversation, deps)
  const turn = unlessBlocked(read, conversation, ways.flows.town)
  const next = after(conversation, item, turn, taken(conversation, turn, item, ways), isQuiet, ways)
  return { next, newKeys: turn.newKeys }
}
