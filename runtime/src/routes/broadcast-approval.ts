import { broadcast } from '@pregoner/shared'
import { z } from 'zod'
import { approvalNotice } from '../broadcasts/approval-notice.ts'
import { createNoticeChecks, type NoticeCheckDeps } from '../broadcasts/notice-checks.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { BroadcastApprovalStore } from '../stores/broadcast-approval-store.ts'
import type { NoticeStore } from '../stores/notice-store.ts'
import { noticeId } from './broadcasts.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BroadcastApprovalDeps extends NoticeCheckDeps {
  broadcastApprovals: BroadcastApprovalStore
  notices: Pick<NoticeStore, 'insert'>
  live: Pick<Live, 'notice'>
}

const body = z.strictObject({ rev: z.number().int() })

/** A second person reads a notice before it goes out. */
export function broadcastApprovalRoutes(deps: BroadcastApprovalDeps): Route[] {
  const { broadcastApprovals, notices, live, now } = deps
  const { townOf, known, requireSayable, stale, note } = createNoticeChecks(deps)

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/approval-request',
      summary: 'Asks colleagues to read revision `rev` and approve it.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body,
      answer: broadcast,
      async run(scope, { params, body: { rev } }) {
        const { townKey, personName: by } = scope
        const draft = await known(scope, params.id)
        await requireSayable(scope, draft)
        const at = now()
        const asked = await broadcastApprovals.set(townKey, draft.id, rev, { state: 'asked', by, at: at.toISOString() })
        if (!asked) throw await stale(scope, params.id)
        const text = approvalNotice(await townOf(scope), draft.name, by)
        const told = { id: `approval ${draft.id} ${asked.rev}`, departmentId: '', text, at: at.toISOString() }
        await notices.insert([{ _id: told.id, town: townKey, departmentId: '', text, at }])
        live.notice(townKey, told)
        await note(scope, 'broadcast.ask_approval', draft.id)
        return asked
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/approval',
      summary: 'Approves revision `rev` as it stands. Nobody approves what they have written themselves.',
      roles: FLOW_ROLES,
      params: { id: noticeId },
      body,
      answer: broadcast,
      async run(scope, { params, body: { rev } }) {
        const draft = await known(scope, params.id)
        if (draft.authorIds?.includes(scope.personId)) throw new AppError('own_work')
        const at = now().toISOString()
        const by = scope.personName
        const given = await broadcastApprovals.set(scope.townKey, draft.id, rev, { state: 'given', by, at })
        if (!given) throw await stale(scope, params.id)
        await note(scope, 'broadcast.approve', given.id)
        return given
      },
    }),
  ]
}
