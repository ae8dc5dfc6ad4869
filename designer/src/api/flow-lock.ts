import { flowLock, type LockAction } from '@pregoner/shared'
import { call } from './client.ts'
import { thisTab } from './this-tab.ts'

/** Does something about the right to edit a flow and tells how it stands then; `tab` may be a closed one's. */
export const actOnLock = (town: string, flowId: string, action: LockAction, tab = thisTab()) =>
  call(flowLock, `/towns/${town}/flows/${flowId}/lock`, {
    method: 'POST',
    body: { tab, action },
    outlivesPage: action === 'release',
  })
