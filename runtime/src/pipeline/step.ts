import type { TownFlows, WindowTemplate } from '@pregoner/shared'
import type { Conversation, ConversationStore } from '../stores/conversation-store.ts'
import type { Hint, InboxItem, InboxStore } from '../stores/inbox-store.ts'
import { applyItem, isDead } from './apply-item.ts'
import type { Contacts } from './contacts.ts'
import { type ForgottenDeps, sortOutForgotten } from './forgotten.ts'
import { type ItemDeps, movedTo, newConversation } from './items.ts'
import type { TownFlowsCache } from './town-flows.ts'

const MAX_ITEMS_A_STEP = 8
const MAX_OUTBOX = 48
const FLOOD = 20 // more waiting messages than this get one answer, not one each
const SPARE_ITEMS = 32 // so that even one conversation alone shows that it is flooded

export interface StepDeps extends ItemDeps, ForgottenDeps {
  contacts: Contacts
  inbox: InboxStore
  conversations: ConversationStore
  flows: TownFlowsCache
  onFailure: (error: unknown, convId: string) => void
}

/** What is pending for one conversation; null when there is none yet. */
export interface Work {
  convId: string
  conversation: Conversation | null
  items: InboxItem[]
}

/** What a batch of steps has done: conversations with something to carry over, and routes that have more to do. */
export interface Stepped {
  committed: Conversation[]
  again: Hint[]
}

/**
 * Reads, in this order, the conversations and then what is pending for them; the order keeps a key from being missed.
 * `unread` are hints that others' items have left no room for.
 */
async function load(hints: readonly Hint[], deps: StepDeps): Promise<{ work: Work[]; unread: Hint[] }> {
  const convIds = await deps.contacts.conversationsOf(hints)
  const stored = await deps.conversations.byIds([...new Set(convIds.values())])
  const limit = hints.length * MAX_ITEMS_A_STEP + SPARE_ITEMS
  const items = await deps.inbox.pendingOf([...convIds.keys()], limit)
  const work = new Map<string, Work>()
  for (const conversation of stored) work.set(conversation._id, { convId: conversation._id, conversation, items: [] })
  for (const item of items) {
    const convId = convIds.get(item.route)
    if (convId === undefined) continue
    const one = work.get(convId) ?? { convId, conversation: null, items: [] }
    one.items.push(item)
    work.set(convId, one)
  }
  const read = new Set(items.map(({ route }) => route))
  return {
    work: [...work.values()].filter(one => one.items.length > 0),
    unread: items.length < limit ? [] : hints.filter(({ route }) => !read.has(route)),
  }
}

/** Everything read that applying its items takes. */
interface Prepared {
  work: Work
  before: Conversation
  flows: TownFlows
  /** Of a conversation that people say something in. */
  windowTemplate: WindowTemplate | null
}

type Version = { flowId: string; version: number }

const pinnedOf = ({ session: { flowId, flowVersion } }: Conversation): Version[] =>
  flowId !== null && flowVersion !== null ? [{ flowId, version: flowVersion }] : []

async function prepare(work: Work, deps: StepDeps): Promise<Prepared> {
  const { convId, conversation, items } = work
  const [first] = items
  const needsChannel = !conversation || items.some(({ kind }) => kind === 'officer')
  const channel = first && needsChannel ? await deps.channel(first.channelId) : null
  const before = conversation ?? (first && channel ? newConversation(convId, first, channel, deps) : null)
  const flows = before && (await deps.flows.of(before.town, [...pinnedOf(before), ...items.flatMap(movedTo)]))
  if (!flows) throw new Error('an item without channel, town or person')
  return { work, before, flows, windowTemplate: channel?.windowTemplate ?? null }
}

/** Leaves out those that cannot even be begun; they stay pending and are tried again by the sweep. */
async function prepareAll(all: readonly Work[], deps: StepDeps): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const work of all) {
    try {
      prepared.push(await prepare(work, deps))
    } catch (error) {
      deps.onFailure(error, work.convId)
    }
  }
  return prepared
}

interface Applied {
  work: Work
  contactId: string
  /** What is to be written; null when nothing has changed. */
  next: Conversation | null
  /** Identities that lead to this contact from now on. */
  newKeys: string[]
  taken: InboxItem[]
  /** The item that could not be applied; those behind it wait. */
  failed: InboxItem | null
}

/** Applies the first items of one conversation, in memory. */
function apply({ work, before, flows, windowTemplate }: Prepared, maxItems: number, deps: StepDeps): Applied {
  const batch = work.items.slice(0, maxItems)
  const result: Applied = { work, contactId: before.contactId, next: null, newKeys: [], taken: [], failed: null }
  for (const [index, item] of batch.entries()) {
    const current = result.next ?? before
    if (current.outbox.length > MAX_OUTBOX || current.erasing) break
    if (!current.applied.includes(item._id)) {
      const isQuiet = work.items.length > FLOOD && index < batch.length - 1 && item.kind === 'message'
      try {
        const { next, newKeys } = applyItem(current, item, { flows, windowTemplate }, isQuiet, deps)
        result.next = next
        result.newKeys.push(...newKeys)
      } catch (error) {
        deps.onFailure(error, work.convId)
        result.failed = item
        break
      }
    }
    result.taken.push(item)
  }
  if (result.next) result.next = { ...result.next, rev: result.next.rev + 1 }
  return result
}

const keysOf = (items: readonly InboxItem[]) => items.map(({ _id }) => _id)

/** One commit for many conversations, each by compare-and-set; what somebody else has changed is left for the next round. */
async function commit(all: readonly Work[], maxItems: number, deps: StepDeps): Promise<Stepped> {
  const { inbox, conversations, contacts, now } = deps
  const prepared = await prepareAll(all, deps)
  if (prepared.length === 0) return { committed: [], again: [] }
  // Only now, so that what takes time cannot be what an item is blamed for.
  await inbox.countAttempt(prepared.flatMap(({ work }) => keysOf(work.items.slice(0, maxItems))))
  const results = prepared.map(one => apply(one, maxItems, deps))
  for (const { newKeys, contactId } of results) if (newKeys.length > 0) await contacts.lead(newKeys, contactId)
  const changed = results.flatMap(({ next }) => next ?? [])
  const written = changed.length > 0 ? await conversations.commit(changed) : new Set<string>()
  const isSettled = ({ next }: Applied) => next === null || written.has(next._id)
  const settled = results.filter(isSettled)
  const finished = settled.flatMap(({ taken }) => taken)
  const dead = keysOf(finished.filter(isDead))
  const done = keysOf(finished.filter(item => !isDead(item)))
  const failed = keysOf(results.flatMap(({ failed }) => failed ?? []))
  if (done.length > 0) await inbox.markDone(done, 'done', now())
  if (dead.length > 0) await inbox.markDone(dead, 'dead', now())
  if (failed.length > 0) await inbox.countFailure(failed)
  // A failed one waits for the sweep, so that its tries are spread over some seconds.
  const hasMore = ({ work, taken, failed }: Applied) => !failed && taken.length > 0 && taken.length < work.items.length
  const again = results.filter(result => !isSettled(result) || hasMore(result))
  return {
    committed: changed.filter(({ _id }) => written.has(_id)),
    again: again.flatMap(({ work }) =>
      work.items
        .slice(-1)
        .map(({ route, channelId, identities }) => ({ ...{ route, channelId, identities }, isBulk: false })),
    ),
  }
}

/**
 * Steps all conversations these hints name. One whose item has been begun before without an end goes alone and item by
 * item, so that a message that brings the process down does not take the others' tries with it.
 */
export async function stepBatch(hints: readonly Hint[], deps: StepDeps): Promise<Stepped> {
  const { work: pending, unread } = await load(hints, deps)
  const { work, void: done } = await sortOutForgotten(pending, deps)
  if (done.length > 0) await deps.inbox.markDone(done, 'done', deps.now())
  const isSuspicious = ({ items }: Work) => items.some(({ attempts }) => attempts >= 2)
  const healthy = work.filter(one => !isSuspicious(one))
  const stepped: Stepped[] = [{ committed: [], again: unread }]
  if (healthy.length > 0) stepped.push(await commit(healthy, MAX_ITEMS_A_STEP, deps))
  for (const one of work.filter(isSuspicious)) stepped.push(await commit([one], 1, deps))
  return {
    committed: stepped.flatMap(({ committed }) => committed),
    again: stepped.flatMap(({ again }) => again),
  }
}
