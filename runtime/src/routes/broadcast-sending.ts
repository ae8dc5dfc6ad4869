import { randomUUID } from 'node:crypto'
import {
  broadcast,
  broadcastFault,
  broadcastMessage,
  frontUntilOf,
  isEmergencyWord,
  language,
  nextOccurrences,
  sendingPlan,
} from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { createNoticeChecks, type NoticeCheckDeps } from '../broadcasts/notice-checks.ts'
import { testCode } from '../broadcasts/test-code.ts'
import { AppError } from '../errors.ts'
import type { Order } from '../pipeline/orders.ts'
import type { ConversationPlace } from '../pipeline/receive.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import type { PlannedBroadcastStore } from '../stores/planned-broadcast-store.ts'
import type { TestPhoneStore } from '../stores/test-phone-store.ts'
import { noticeId } from './broadcasts.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BroadcastSendingDeps extends NoticeCheckDeps {
  broadcasts: BroadcastStore
  plannedBroadcasts: Pick<PlannedBroadcastStore, 'schedule' | 'cancel'>
  testPhones: TestPhoneStore
  secrets: Pick<Secrets, 'hash'>
  order: (place: ConversationPlace, order: Order) => Promise<void>
  /** There is something to send. */
  onBroadcast: () => void
  /** Something stands in front of the town’s flows from now on. */
  onFront: (townKey: string) => void
}

const rev = z.number().int()
/** The word that confirms an emergency. */
const word = z.string().max(40).optional()
const ok = z.strictObject({ ok: z.literal(true) })

/** Notices leave: tried on oneself, sent, planned. */
export function broadcastSendingRoutes(deps: BroadcastSendingDeps): Route[] {
  const { broadcasts, plannedBroadcasts, testPhones, secrets, now } = deps
  const { townOf, known, requireSendable, stale, note } = createNoticeChecks(deps)

  /** The draft that is to leave, when nothing speaks against it; an emergency only when its word was typed. */
  async function released(scope: Scope, id: string, asked: { rev: number; word?: string | undefined }) {
    const draft = await known(scope, id)
    if (draft.rev !== asked.rev || draft.state !== 'draft') throw await stale(scope, id)
    await requireSendable(scope, draft)
    if (draft.emergency && !isEmergencyWord(asked.word ?? '')) throw new AppError('unconfirmed')
    return draft
  }

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/test',
      summary: 'Sends revision `rev` to the phone of whoever asks, in one language, and to nobody else.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body: z.strictObject({ rev, language }),
      answer: ok,
      async run(scope, { params, body }) {
        const [town, draft] = await Promise.all([townOf(scope), known(scope, params.id)])
        if (draft.rev !== body.rev) throw await stale(scope, params.id)
        if (broadcastFault(draft)) throw new AppError('bad_request', 'it says nothing, or too much')
        const own = await testPhones.find(scope.townKey, testCode(secrets, scope), now())
        if (!own) throw new AppError('no_test_phone')
        await deps.order(own.place, {
          ...{ kind: 'broadcast', id: `try:${randomUUID()}`, broadcastId: null },
          message: broadcastMessage(draft, body.language, town.defaultLanguage),
        })
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/send',
      summary: 'Sends revision `rev` now, once, to everybody its segment reaches.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body: z.strictObject({ rev, word }),
      answer: broadcast,
      async run(scope, { params, body }) {
        const draft = await released(scope, params.id, body)
        const at = now()
        const frontUntil = frontUntilOf(draft.emergency, at)
        const begun = await broadcasts.begin(scope.townKey, draft.id, body.rev, scope.personName, at, frontUntil)
        if (!begun) throw await stale(scope, params.id)
        await note(scope, 'broadcast.send', begun.id)
        if (frontUntil) deps.onFront(scope.townKey)
        deps.onBroadcast()
        return begun
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/schedule',
      summary: 'Has revision `rev` go out at a time of the town’s clock, once or again and again.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body: z.strictObject({ rev, word, plan: sendingPlan }),
      answer: broadcast,
      async run(scope, { params, body }) {
        const { plan } = body
        const draft = await released(scope, params.id, body)
        const { timeZone } = await townOf(scope)
        const [next] = nextOccurrences(plan, timeZone, now(), 1)
        if (!next) throw new AppError('past')
        const planned = { plan, nextAt: next.at }
        const by = scope.personName
        const scheduled = await plannedBroadcasts.schedule(scope.townKey, draft.id, body.rev, planned, by, now())
        if (!scheduled) throw await stale(scope, params.id)
        await note(scope, 'broadcast.schedule', scheduled.id)
        return scheduled
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/broadcasts/:id/schedule',
      summary: 'Makes revision `rev` of a planned notice a draft again. What has gone out stays out.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      query: z.strictObject({ rev: z.coerce.number().int() }),
      answer: broadcast,
      async run(scope, { params, query }) {
        await known(scope, params.id)
        const cancelled = await plannedBroadcasts.cancel(scope.townKey, params.id, query.rev, now())
        if (!cancelled) throw await stale(scope, params.id)
        await note(scope, 'broadcast.unschedule', cancelled.id)
        return cancelled
      },
    }),
  ]
}
