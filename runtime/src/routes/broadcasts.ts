import { randomUUID } from 'node:crypto'
import {
  askedId,
  audience,
  audienceQuestion,
  broadcast,
  broadcastDraft,
  broadcastProgress,
  testPhone,
} from '@pregoner/shared'
import { z } from 'zod'
import { countAudience } from '../broadcasts/count-audience.ts'
import { createNoticeChecks, type NoticeCheckDeps } from '../broadcasts/notice-checks.ts'
import type { Progress } from '../broadcasts/progress.ts'
import { testCode } from '../broadcasts/test-code.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { AudienceStore } from '../stores/audience-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import type { TestPhoneStore } from '../stores/test-phone-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BroadcastRouteDeps extends NoticeCheckDeps {
  broadcasts: BroadcastStore
  progress: Pick<Progress, 'of'>
  audiences: AudienceStore
  testPhones: TestPhoneStore
  secrets: Pick<Secrets, 'hash'>
}

export const noticeId = askedId()
const rev = z.number().int()
const ok = z.strictObject({ ok: z.literal(true) })

/** Notices to many: written, priced, followed. */
export function broadcastRoutes(deps: BroadcastRouteDeps): Route[] {
  const { broadcasts, progress, audiences, testPhones, channels, secrets, now } = deps
  const { townOf, check, known, stale, note } = createNoticeChecks(deps)

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/broadcasts',
      summary: 'Notices to many, the newest first.',
      roles: FLOW_ROLES,
      answer: z.array(broadcast),
      run: ({ townKey }) => broadcasts.list(townKey),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts',
      summary: 'Writes a new notice. Nothing is sent.',
      roles: FLOW_ROLES,
      body: broadcastDraft,
      answer: broadcast,
      async run(scope, { body }) {
        await check(scope, body)
        const made = await broadcasts.create(scope.townKey, randomUUID(), body, scope.personName, now(), scope.personId)
        await note(scope, 'broadcast.create', made.id)
        return made
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/audience',
      summary: 'How many people a notice reaches now, who gets nothing and why, and what it costs.',
      roles: FLOW_ROLES,
      body: audienceQuestion,
      answer: audience,
      async run(scope, { body }) {
        const town = await townOf(scope)
        const keys = (await channels.ofTown(town.key)).map(({ key }) => key)
        return countAudience(audiences, town, keys, body, now())
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/test-phone',
      summary: 'Where a try of a notice goes: to whoever wrote this person’s code to the channel within a day.',
      roles: FLOW_ROLES,
      answer: testPhone,
      async run(scope) {
        const code = testCode(secrets, scope)
        return { code, phone: (await testPhones.find(scope.townKey, code, now()))?.phone ?? null }
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/broadcasts/:id',
      summary: 'A notice and how far it got.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      answer: z.strictObject({ broadcast, progress: broadcastProgress }),
      async run(scope, { params }) {
        const found = await known(scope, params.id)
        return { broadcast: found, progress: await progress.of(scope.townKey, found.id) }
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/broadcasts/:id',
      summary: 'Changes revision `rev` of a notice that was not sent yet.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body: broadcastDraft.extend({ rev }),
      answer: broadcast,
      async run(scope, { params, body: { rev: before, ...draft } }) {
        await known(scope, params.id)
        await check(scope, draft)
        const changed = await broadcasts.change(
          scope.townKey,
          params.id,
          before,
          draft,
          scope.personName,
          now(),
          scope.personId,
        )
        if (!changed) throw await stale(scope, params.id)
        await note(scope, 'broadcast.change', changed.id)
        return changed
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/broadcasts/:id',
      summary: 'Deletes revision `rev` of a notice that was not sent yet.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      query: z.strictObject({ rev: z.coerce.number().int() }),
      answer: ok,
      async run(scope, { params, query }) {
        await known(scope, params.id)
        if (!(await broadcasts.remove(scope.townKey, params.id, query.rev))) throw await stale(scope, params.id)
        await note(scope, 'broadcast.delete', params.id)
        return { ok: true as const }
      },
    }),
  ]
}
