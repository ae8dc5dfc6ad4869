import { flowLock, type LockAction } from '@pregoner/shared'
import { call } from './client.ts'
import { thisTab } from './this-tab.ts'

/** Does something about the right to edit a flow, from this tab, and tells how it stands then. */
export const actOnLock = (town: string, flowId: string, action: LockAction) =>
  call(flowLock, `/towns/${town}/flows/${flowId}/lock`, {
    method: 'POST',
    body: { tab: thisTab(), action },
    outlivesPage: action === 'release',
  })
