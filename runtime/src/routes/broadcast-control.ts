import { broadcast } from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BroadcastControlStore } from '../stores/broadcast-control-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import { noticeId } from './broadcasts.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BroadcastControlDeps {
  broadcasts: Pick<BroadcastStore, 'get'>
  broadcastControl: BroadcastControlStore
  audit: AuditStore
  /** There is something to send. */
  onBroadcast: () => void
  /** Whoever looks at this notice sees something else now. */
  onBroadcastMoved: (townKey: string, id: string) => void
  now: () => Date
}

/** What may be done to a notice that goes out. */
export function broadcastControlRoutes(deps: BroadcastControlDeps): Route[] {
  const { broadcasts, broadcastControl, audit, now } = deps

  async function known({ townKey }: Scope, id: string) {
    const found = await broadcasts.get(townKey, id)
    if (!found) throw new AppError('not_found')
    return found
  }

  const control = (action: 'pause' | 'resume' | 'stop', summary: string) =>
    townRoute({
      method: 'post',
      path: `/towns/:town/broadcasts/:id/${action}`,
      summary,
      roles: FLOW_ROLES,
      params: { id: noticeId },
      answer: broadcast,
      async run(scope, { params }) {
        const { townKey, personId } = scope
        const before = await known(scope, params.id)
        if (!(await broadcastControl[action](townKey, before.id, now())))
          throw new AppError('stale', 'the notice is not on its way as it was', {
            current: await known(scope, before.id),
          })
        await audit.append({ town: townKey, personId, action: `broadcast.${action}`, object: before.id, at: now() })
        if (action === 'resume') deps.onBroadcast()
        deps.onBroadcastMoved(townKey, before.id)
        return known(scope, before.id)
      },
    })

  return [
    control('pause', 'Holds a notice that goes out. What is with the channel already still arrives.'),
    control('resume', 'Lets a notice that is held go on where it was.'),
    control('stop', 'Ends a notice that goes out, for good. Whoever has not got it yet does not get it.'),
  ]
}
