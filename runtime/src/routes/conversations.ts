import { randomUUID } from 'node:crypto'
import {
  blockSender,
  type ConversationDetail,
  conversationDetail,
  conversationMessages,
  conversationPage,
  conversationQuery,
  type Flow,
  roles,
} from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { detailOf, messagesOf, pathOf, summaryOf } from '../conversations/shown.ts'
import { AppError } from '../errors.ts'
import type { Order } from '../pipeline/orders.ts'
import type { ConversationPlace } from '../pipeline/receive.ts'
import { createAccessLog } from '../privacy/access-log.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { ConversationCursor, ConversationViewStore } from '../stores/conversation-view-store.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface ConversationRouteDeps {
  conversationViews: ConversationViewStore
  flows: Pick<FlowStore, 'draft'>
  media: Pick<MediaStore, 'ofContact'>
  audit: AuditStore
  live: Pick<Live, 'conversationChanged'>
  /** Durable before it returns; carried out in order with what the person writes. */
  order: (place: ConversationPlace, order: Order) => Promise<void>
  now: () => Date
}

const PAGE = 60
const NEWEST = Number.MAX_SAFE_INTEGER
const APPLIED_WITHIN_MS = 3_000
const LOOK_AGAIN_MS = 50

const conversationId = z
  .string()
  .max(200)
  .regex(/^[\w:.-]+$/)
const FLOW_PEOPLE = ['administrator', 'officer'] as const

const writeCursor = ({ lastInAt, _id }: Conversation) => `${lastInAt?.toISOString() ?? ''}~${_id}`

function readCursor(cursor: string): ConversationCursor {
  const [time = '', behind = ''] = cursor.split(/~(.*)/s)
  if (time === '') return { at: null, behind }
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) throw new AppError('bad_request', 'a cursor that is none of ours')
  return { at, behind }
}

/** Conversations of the town: found, read, and their senders blocked. Whoever looks is written down. */
export function conversationRoutes(deps: ConversationRouteDeps): Route[] {
  const { conversationViews: views, audit, now } = deps
  const access = createAccessLog(deps)

  async function conversationOr404(scope: Scope, convId: string): Promise<Conversation> {
    const conversation = await views.get(scope, convId)
    if (!conversation) throw new AppError('not_found')
    return conversation
  }

  async function flowsOf(townKey: string, ids: readonly string[]): Promise<Map<string, Flow>> {
    const drafts = await Promise.all(ids.map(id => deps.flows.draft(townKey, id)))
    return new Map(drafts.flatMap(draft => (draft ? [[draft.flow.id, draft.flow] as const] : [])))
  }

  async function describe(scope: Scope, conversation: Conversation): Promise<ConversationDetail> {
    const { _id, address } = conversation
    const owners = address.type === 'visitor' ? [_id, address.value] : [_id]
    const [texts, around, files] = await Promise.all([
      views.lastTexts([_id]),
      views.around(scope, conversation),
      deps.media.ofContact(scope.townKey, owners),
    ])
    const flowIds = around.events.flatMap(({ passages }) => passages.map(({ flowId }) => flowId))
    const flows = await flowsOf(scope.townKey, [...new Set(flowIds)])
    return detailOf(conversation, texts.get(_id) ?? '', around, files.toReversed(), pathOf(around.events, flows))
  }

  /** Blocks or lets in again, and answers with what stands then. */
  async function setBlock(scope: Scope, convId: string, reason: string | null): Promise<ConversationDetail> {
    const before = await conversationOr404(scope, convId)
    const at = now()
    const block = reason === null ? null : { by: scope.personName, reason, at: at.toISOString() }
    const action = block ? 'conversation.block' : 'conversation.unblock'
    await audit.append({ town: scope.townKey, personId: scope.personId, action, object: convId, at })
    const { town, channelId } = before
    await deps.order({ convId, town, channelId }, { kind: 'block', id: randomUUID(), block })
    let current = before
    const end = performance.now() + APPLIED_WITHIN_MS
    while (Boolean(current.blocked) !== (block !== null) && performance.now() < end) {
      await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
      current = await conversationOr404(scope, convId)
    }
    deps.live.conversationChanged(scope.townKey, convId)
    return describe(scope, current)
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/conversations',
      summary: 'Conversations, the one written in last first. Agents see those of their departments’ incidents.',
      roles,
      query: conversationQuery,
      answer: conversationPage,
      async run(scope, { query: { only, before, limit } }) {
        const filter = { isBlocked: only === 'blocked', limit }
        const { rows, hasMore } = await views.list(scope, filter, before === undefined ? null : readCursor(before))
        const texts = await views.lastTexts(rows.map(({ _id }) => _id))
        const last = rows.at(-1)
        return {
          conversations: rows.map(row => summaryOf(row, texts.get(row._id) ?? '')),
          next: hasMore && last ? writeCursor(last) : null,
        }
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/conversations/:id',
      summary: 'One conversation: its contact, incidents, consents, subscriptions, files and the steps it passed.',
      roles,
      params: { id: conversationId },
      answer: conversationDetail,
      async run(scope, { params }) {
        const conversation = await conversationOr404(scope, params.id)
        await access.note(scope, 'conversation.open', params.id)
        return describe(scope, conversation)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/conversations/:id/messages',
      summary: 'Its messages in both directions with how far each got, the newest ones before `before`.',
      roles,
      params: { id: conversationId },
      query: z.strictObject({ before: z.coerce.number().int().positive().optional() }),
      answer: conversationMessages,
      async run(scope, { params, query }) {
        await conversationOr404(scope, params.id)
        await access.note(scope, 'conversation.open', params.id)
        const messages = messagesOf(await views.messages(params.id, query.before ?? NEWEST, PAGE), PAGE)
        return { messages, before: messages.length < PAGE ? null : (messages[0]?.seq ?? null) }
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/conversations/:id/block',
      summary: 'Blocks the sender: what they write is kept and no flow answers it.',
      roles: FLOW_PEOPLE,
      params: { id: conversationId },
      body: blockSender,
      answer: conversationDetail,
      run: (scope, { params, body }) => setBlock(scope, params.id, body.reason),
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/conversations/:id/block',
      summary: 'Answers the sender again.',
      roles: FLOW_PEOPLE,
      params: { id: conversationId },
      answer: conversationDetail,
      run: (scope, { params }) => setBlock(scope, params.id, null),
    }),
  ]
}
