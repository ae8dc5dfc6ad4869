import { broadcast } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import type { FrontNoticeStore } from '../stores/front-notice-store.ts'
import { noticeId } from './broadcasts.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface FrontNoticeDeps {
  broadcasts: Pick<BroadcastStore, 'get'>
  frontNotices: FrontNoticeStore
  /** What stands in front of the town's flows is another thing now. */
  onFront: (townKey: string) => void
  audit: AuditStore
  now: () => Date
}

const running = z.array(z.strictObject({ id: z.string(), name: z.string(), until: z.string() }))

/** Emergencies that stand in front of every flow. */
export const frontNoticeRoutes = ({ broadcasts, frontNotices, onFront, audit, now }: FrontNoticeDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/front-notices',
    summary: 'Emergencies that are said before whatever a flow says, and until when.',
    roles: FLOW_ROLES,
    answer: running,
    async run({ townKey }) {
      const fronts = await frontNotices.running(townKey, now())
      const named = fronts.map(async ({ id, until }) => ({
        ...{ id, until },
        name: (await broadcasts.get(townKey, id))?.name ?? '',
      }))
      return Promise.all(named)
    },
  }),
  townRoute({
    method: 'delete',
    path: '/towns/:town/front-notices/:id',
    summary: 'Takes an emergency away from the front before its time.',
    roles: FLOW_ROLES,
    params: { id: noticeId },
    answer: broadcast,
    async run({ townKey, personId }, { params }) {
      const withdrawn = await frontNotices.withdraw(townKey, params.id, now())
      if (!withdrawn) throw new AppError('not_found')
      onFront(townKey)
      await audit.append({ town: townKey, personId, action: 'broadcast.withdraw', object: params.id, at: now() })
      return withdrawn
    },
  }),
]
