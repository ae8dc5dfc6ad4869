import { flow, flowDraft, id, problem, publishFlow, versionSummary } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { toVersionSummary } from '../stores/flow-store.ts'
import type { FlowRouteDeps } from './flows.ts'
import { FLOW_ROLES } from './flows.ts'
import { callerOf } from './lock.ts'
import { draftOr404, problemsOf, publish } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export const MAX_PEOPLE_BYTES = 256 * 1024 // a thousand steps and what becomes of who waits there
export const versionNumber = z.coerce.number().int().min(1).max(1_000_000)

export function versionRoutes(deps: FlowRouteDeps): Route[] {
  const { flows, inside, audit, live, locks, now } = deps

  /** How many people are in each version. */
  async function insideVersions(townKey: string, flowId: string): Promise<ReadonlyMap<number, number>> {
    const counts = new Map<number, number>()
    for (const { version, people } of await inside.count(townKey, flowId, await flows.subflowIds(townKey, flowId)))
      counts.set(version, (counts.get(version) ?? 0) + people)
    return counts
  }

  async function versionOr404(townKey: string, flowId: string, version: number) {
    const stored = await flows.version(townKey, flowId, version)
    if (!stored) throw new AppError('not_found')
    return stored
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/problems',
      summary: 'What the checker finds in the stored draft.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.array(problem),
      async run({ townKey }, { params }) {
        const draft = await draftOr404(deps, townKey, params.id)
        return problemsOf(deps, townKey, draft.flow)
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/publish',
      summary:
        'Freezes the draft as the next version, which citizens meet from now on. Refused while there are errors.',
      roles: FLOW_ROLES,
      params: { id },
      body: publishFlow,
      maxJsonBytes: MAX_PEOPLE_BYTES,
      answer: versionSummary,
      async run(scope, { params, body, request }) {
        await locks.check(scope.townKey, params.id, callerOf(scope, request))
        return { ...toVersionSummary(await publish(deps, scope, params.id, body)), inside: 0 }
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/versions',
      summary: 'The published versions of a flow, newest first.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.array(versionSummary),
      async run({ townKey }, { params }) {
        await draftOr404(deps, townKey, params.id)
        const people = await insideVersions(townKey, params.id)
        const versions = await flows.versions(townKey, params.id)
        return versions.map(version => ({ ...version, inside: people.get(version.version) ?? 0 }))
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/versions/:version',
      summary: 'One published version with its drawing, and those of the flows it runs as they were then.',
      roles: FLOW_ROLES,
      params: { id, version: versionNumber },
      answer: z.strictObject({ version: versionSummary, flow, subflows: z.array(flow) }),
      async run({ townKey }, { params }) {
        const stored = await versionOr404(townKey, params.id, params.version)
        const people = (await insideVersions(townKey, params.id)).get(params.version) ?? 0
        return {
          version: { ...toVersionSummary(stored), inside: people },
          flow: stored.flow,
          subflows: stored.subflows,
        }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/versions/:version/restore',
      summary: 'Makes the drawing of a published version the draft again.',
      roles: FLOW_ROLES,
      params: { id, version: versionNumber },
      body: z.strictObject({ rev: z.number().int() }),
      answer: flowDraft,
      async run(scope, { params, body, request }) {
        const { townKey, personId, personName } = scope
        const stored = await versionOr404(townKey, params.id, params.version)
        await locks.check(townKey, params.id, callerOf(scope, request))
        const saved = await flows.save(townKey, stored.flow, body.rev, { by: personName, at: now() })
        if (!saved) throw new AppError('stale', 'restore', { current: await draftOr404(deps, townKey, params.id) })
        const object = `${params.id}:${params.version}`
        await audit.append({ town: townKey, personId, action: 'flow.restore', object, at: now() })
        live.flowChanged(townKey, { flowId: params.id, rev: saved.rev, by: personName })
        return saved
      },
    }),
  ]
}
