import { flowLock, id, lockRequest, TAB_HEADER, tabName } from '@pregoner/shared'
import type { Request } from 'express'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { Caller } from '../locks/locks.ts'
import type { FlowRouteDeps } from './flows.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

/** Whose change it is, and from which of their tabs. */
export const callerOf = ({ personId, personName }: Scope, request: Request): Caller => {
  const tab = tabName.safeParse(request.get(TAB_HEADER))
  return { personId, personName, tab: tab.data ?? null }
}

export function lockRoutes({ flows, locks }: Pick<FlowRouteDeps, 'flows' | 'locks'>): Route[] {
  async function revisionOr404(townKey: string, flowId: string): Promise<number> {
    const rev = await flows.revision(townKey, flowId)
    if (rev === null) throw new AppError('not_found')
    return rev
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/lock',
      summary: 'Who edits a flow just now.',
      roles: FLOW_ROLES,
      params: { id },
      answer: flowLock,
      async run(scope, { params, request }) {
        const rev = await revisionOr404(scope.townKey, params.id)
        return { ...(await locks.look(scope.townKey, params.id, callerOf(scope, request))), rev }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/lock',
      summary:
        'Takes or keeps the right to edit a flow, lets it go, asks for it, or answers who asks. Tells how it stands then.',
      roles: FLOW_ROLES,
      params: { id },
      body: lockRequest,
      answer: flowLock,
      async run({ townKey, personId, personName }, { params, body: { tab, action } }) {
        await revisionOr404(townKey, params.id)
        const seen = await locks.act(townKey, params.id, { personId, personName, tab }, action)
        return { ...seen, rev: await revisionOr404(townKey, params.id) } // read last: never older than the lock
      },
    }),
  ]
}
