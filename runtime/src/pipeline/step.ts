import { type Advance, converse, type Effect, type Session, type TownFlows } from '@pregoner/shared'
import type { Conversation, ConversationStore, Outgoing } from '../stores/conversation-store.ts'
import type { InboxItem, InboxStore } from '../stores/inbox-store.ts'
import { deadLetter } from './dead-letter.ts'
import { type ItemDeps, newConversation, readItem, type Turn } from './items.ts'
import type { Hint } from './receive.ts'
import type { TownFlowsCache } from './town-flows.ts'

const MAX_ITEMS_A_STEP = 8
const MAX_APPLIED = 32 // four steps' worth: a key is still there when its item is read again
const MAX_OUTBOX = 48
const FLOOD = 20 // more waiting messages than this get one answer, not one each
/** Failed tries after which an item is given to a person instead. */
export const MAX_ATTEMPTS = 5

export interface StepDeps extends ItemDeps {
  inbox: InboxStore
  conversations: ConversationStore
  flows: TownFlowsCache
  onFailure: (error: unknown, convId: string) => void
}

interface Work {
  convId: string
  conversation: Conversation | null
  items: InboxItem[]
}

/** What a batch of steps has done: conversations with something to carry over, and routes that have more to do. */
export interface Stepped {
  committed: Conversation[]
  again: Hint[]
}

const statisticsOf = (advance: Advance, before: Session, isReply: boolean) => ({
  language: advance.session.contact.language,
  flowId: advance.session.flowId,
  version: advance.session.flowVersion,
  started: advance.trace[0] !== undefined && before.wait === null,
  messagesIn: isReply ? 1 : 0,
  messagesOut: advance.effects.filter(({ kind }) => kind === 'send_message').length,
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

function waitingAt({ status, wait, flowId, flowVersion, frames }: Session): Conversation['at'] {
  if (status !== 'waiting' || !wait || flowId === null || flowVersion === null) return null
  return { flowId: frames.at(-1)?.flowId ?? flowId, version: flowVersion, node: wait.node }
}

/** The conversation after one more item: its session, what is to be carried out, and the item's key among the applied. */
function applied(
  conversation: Conversation,
  rev: number,
  item: InboxItem,
  turn: Turn,
  advance: Advance,
  isQuiet: boolean,
): Conversation {
  let { seq } = conversation
  const outbox: Outgoing[] = [...conversation.outbox]
  const nextId = () => `${conversation._id}:${rev}:${outbox.length}`
  if (turn.inbound) {
    seq += 1
    const { message, files } = turn.inbound
    outbox.push({ id: nextId(), seq, what: 'inbound', message: { ...message, seq }, files })
  }
  for (const effect of advance.effects.filter(isCarriedOut)) {
    if (effect.kind === 'send_message') {
      if (isQuiet) continue
      seq += 1
    }
    outbox.push({ id: nextId(), seq, what: 'effect', effect, entryId: turn.entryId })
  }
  const isReply = turn.input?.kind === 'reply'
  const event = {
    ...statisticsOf(advance, conversation.session, isReply),
    town: conversation.town,
    at: turn.at,
    convId: conversation._id,
    channelKind: conversation.channelKind,
  }
  if (isReply || event.passages.length > 0 || event.messagesOut > 0 || event.subscriptions.length > 0) {
    outbox.push({ id: nextId(), seq, what: 'event', event })
  }
  return {
    ...conversation,
    ...turn.changes,
    seq,
    session: advance.session,
    at: waitingAt(advance.session),
    dueAt: advance.session.wait?.dueAt ? new Date(advance.session.wait.dueAt) : null,
    applied: [...conversation.applied, item._id].slice(-MAX_APPLIED),
    outbox,
  }
}

function advanced(conversation: Conversation, turn: Turn, item: InboxItem, flows: TownFlows): Advance {
  const before = turn.session(conversation.session)
  if (item.attempts >= MAX_ATTEMPTS)
    return deadLetter(before.session, flows, item, `X-${item._id.slice(0, 8).toUpperCase()}`)
  if (!turn.input) return { session: before.session, effects: before.effects, trace: [] }
  const advance = converse(flows, before.session, turn.input, turn.at)
  return { ...advance, effects: [...before.effects, ...advance.effects] }
}

const pinnedOf = ({ session }: Conversation) =>
  session.flowId !== null && session.flowVersion !== null
    ? [{ flowId: session.flowId, version: session.flowVersion }]
    : []

/** Reads, in this order, the conversations and then what is pending for them; the order keeps a key from being missed. */
async function load(hints: readonly Hint[], deps: StepDeps): Promise<Work[]> {
  const convIds = await deps.contacts.conversationsOf(hints)
  const stored = await deps.conversations.byIds([...new Set(convIds.values())])
  const items = await deps.inbox.pendingOf([...convIds.keys()], hints.length * MAX_ITEMS_A_STEP)
  const work = new Map<string, Work>()
  for (const conversation of stored) work.set(conversation._id, { convId: conversation._id, conversation, items: [] })
  for (const item of items) {
    const convId = convIds.get(item.route)
    if (convId === undefined) continue
    const one = work.get(convId) ?? { convId, conversation: null, items: [] }
    one.items.push(item)
    work.set(convId, one)
  }
  return [...work.values()].filter(({ items }) => items.length > 0)
}

/** Applies the first items of one conversation, in memory. Nothing is written. */
async function apply({ convId, conversation, items }: Work, deps: StepDeps): Promise<Applied> {
  const first = items[0]
  const channel = first ? await deps.channel(first.channelId) : null
  const before = conversation ?? (first && channel ? newConversation(convId, first, channel, deps) : null)
  if (!before) return { next: null, taken: items }
  let current = before
  const batch = items.slice(0, MAX_ITEMS_A_STEP)
  const taken: InboxItem[] = []
  for (const [index, item] of batch.entries()) {
    if (current.outbox.length > MAX_OUTBOX) break
    taken.push(item)
    if (current.applied.includes(item._id)) continue
    const flows = await deps.flows.of(current.town, pinnedOf(current))
    if (!flows) continue
    const turn = await readItem(item, current, deps)
    const advance = advanced(current, turn, item, flows)
    const isQuiet = items.length > FLOOD && index < batch.length - 1
    current = applied(current, before.rev + 1, item, turn, advance, isQuiet)
  }
  return { next: current === before ? null : { ...current, rev: before.rev + 1 }, taken }
}

interface Applied {
  next: Conversation | null
  taken: InboxItem[]
}

/** One commit for many conversations, each by compare-and-set; what somebody else has changed is left for the next round. */
async function commit(work: readonly Work[], deps: StepDeps): Promise<Conversation[]> {
  await deps.inbox.countAttempt(work.flatMap(({ items }) => items.slice(0, MAX_ITEMS_A_STEP).map(({ _id }) => _id)))
  const results: Applied[] = []
  for (const one of work) {
    try {
      results.push(await apply(one, deps))
    } catch (error) {
      deps.onFailure(error, one.convId)
    }
  }
  const changed = results.flatMap(({ next }) => next ?? [])
  const written = changed.length > 0 ? await deps.conversations.commit(changed) : new Set<string>()
  const isSettled = ({ next }: Applied) => next === null || written.has(next._id)
  const settled = results.filter(isSettled).flatMap(({ taken }) => taken)
  const dead = settled.filter(({ attempts }) => attempts >= MAX_ATTEMPTS).map(({ _id }) => _id)
  const done = settled.map(({ _id }) => _id).filter(key => !dead.includes(key))
  if (done.length > 0) await deps.inbox.markDone(done, 'done', deps.now())
  if (dead.length > 0) await deps.inbox.markDone(dead, 'dead', deps.now())
  return changed.filter(({ _id }) => written.has(_id))
}

/**
 * Steps all conversations these hints name. Conversations whose item has already failed go alone, so that one message
 * that brings the process down does not take the others' tries with it.
 */
export async function stepBatch(hints: readonly Hint[], deps: StepDeps): Promise<Stepped> {
  const work = await load(hints, deps)
  const isSuspicious = ({ items }: Work) => items.some(({ attempts }) => attempts >= 2)
  const healthy = work.filter(one => !isSuspicious(one))
  const committed = healthy.length > 0 ? await commit(healthy, deps) : []
  for (const one of work.filter(isSuspicious)) committed.push(...(await commit([one], deps)))
  const stepped = new Set(committed.map(({ _id }) => _id))
  const again = work
    .filter(({ convId, items }) => !stepped.has(convId) || items.length > MAX_ITEMS_A_STEP)
    .flatMap(({ items }) =>
      items.slice(0, 1).map(({ route, channelId, identities }) => ({ route, channelId, identities })),
    )
  return { committed, again }
}
