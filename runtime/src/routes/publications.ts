import { randomUUID } from 'node:crypto'
import {
  id,
  insideStep,
  publishAgain,
  scheduledVersion,
  scheduleFlow,
  versionSummary,
  withdrawFlow,
} from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { toVersionSummary } from '../stores/flow-store.ts'
import { toScheduledVersion } from '../stores/schedule-store.ts'
import type { FlowRouteDeps } from './flows.ts'
import { FLOW_ROLES } from './flows.ts'
import { callerOf } from './lock.ts'
import { checkDrawing, draftOr404, freeze } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'
import { MAX_PEOPLE_BYTES, versionNumber } from './versions.ts'

const MAX_AHEAD_MS = 366 * 86_400_000

const summary = versionSummary.omit({ inside: true })

export function publicationRoutes(deps: FlowRouteDeps): Route[] {
  const { flows, inside, schedules, audit, live, locks, now, onPublished } = deps
  const changed = (townKey: string, flowId: string, rev: number, by: string) =>
    live.flowChanged(townKey, { flowId, rev, by })

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/inside',
      summary: 'How many people wait now at which step of which version of a flow.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.array(insideStep),
      async run({ townKey }, { params }) {
        await draftOr404(deps, townKey, params.id)
        return inside.count(townKey, params.id, await flows.subflowIds(townKey, params.id))
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/schedule',
      summary: 'The drawing that waits to be published by itself; null when there is none.',
      roles: FLOW_ROLES,
      params: { id },
      answer: scheduledVersion.nullable(),
      async run({ townKey }, { params }) {
        await draftOr404(deps, townKey, params.id)
        const schedule = await schedules.of(townKey, params.id)
        return schedule && toScheduledVersion(schedule)
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/flows/:id/schedule',
      summary:
        'Keeps the drawing of the draft as it is now, to be published when its time comes. Refused like publishing.',
      roles: FLOW_ROLES,
      params: { id },
      body: scheduleFlow,
      maxJsonBytes: MAX_PEOPLE_BYTES,
      answer: scheduledVersion,
      async run(scope, { params, body, request }) {
        const { townKey, personId, personName: by } = scope
        await locks.check(townKey, params.id, callerOf(scope, request))
        const { flow, rev, ...draft } = await draftOr404(deps, townKey, params.id)
        if (rev !== body.rev) throw new AppError('stale', 'schedule', { current: { flow, rev, ...draft } })
        const at = now()
        const publishAt = new Date(body.publishAt)
        if (publishAt <= at) throw new AppError('past')
        if (publishAt.getTime() - at.getTime() > MAX_AHEAD_MS) throw new AppError('bad_request', 'too far ahead')
        await checkDrawing(deps, townKey, flow)
        const { note, people } = body
        const what = { publication: randomUUID(), flow, rev, note, people }
        await schedules.put({ town: townKey, flowId: flow.id, ...what, by, personId, publishAt, at })
        await audit.append({ town: townKey, personId, action: 'flow.schedule', object: flow.id, at })
        changed(townKey, flow.id, rev, by)
        return { publishAt: publishAt.toISOString(), note, by, at: at.toISOString(), rev, failure: null }
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/flows/:id/schedule',
      summary: 'Takes back what was to be published by itself.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.strictObject({ ok: z.literal(true) }),
      async run({ townKey, personId, personName }, { params }) {
        const { rev } = await draftOr404(deps, townKey, params.id)
        if (!(await schedules.remove(townKey, params.id))) return { ok: true as const }
        await audit.append({ town: townKey, personId, action: 'flow.unschedule', object: params.id, at: now() })
        changed(townKey, params.id, rev, personName)
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/withdraw',
      summary:
        'Lets a flow answer no more. Those inside finish, or hear that it is withdrawn; publishing brings it back.',
      roles: FLOW_ROLES,
      params: { id },
      body: withdrawFlow,
      answer: z.strictObject({ ok: z.literal(true) }),
      async run(scope, { params, body }) {
        const { townKey, personId, personName: by } = scope
        const draft = await draftOr404(deps, townKey, params.id)
        const isTold = body.people === 'restart'
        const isNewest = (await flows.newest(townKey, params.id))?.version === body.version
        const author = { by, at: now() }
        if (!isNewest || !(await flows.withdraw(townKey, params.id, body.version, isTold, author)))
          throw new AppError('stale', 'withdraw', { current: draft })
        const object = `${params.id}:${body.version}`
        await audit.append({ town: townKey, personId, action: 'flow.withdraw', object, at: now() })
        onPublished(townKey, params.id)
        changed(townKey, params.id, draft.rev, by)
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/versions/:version/publish',
      summary: 'Publishes the drawing of an older version again, as the next version. The draft stays as it is.',
      roles: FLOW_ROLES,
      params: { id, version: versionNumber },
      body: publishAgain,
      maxJsonBytes: MAX_PEOPLE_BYTES,
      answer: summary,
      async run(scope, { params, body, request }) {
        const { townKey } = scope
        const stored = await flows.version(townKey, params.id, params.version)
        if (!stored) throw new AppError('not_found')
        await locks.check(townKey, params.id, callerOf(scope, request))
        await checkDrawing(deps, townKey, stored.flow)
        const version = await freeze(deps, scope, { id: randomUUID(), flow: stored.flow, ...body })
        if (!version) throw new AppError('stale', 'publish', { current: await draftOr404(deps, townKey, params.id) })
        return toVersionSummary(version)
      },
    }),
  ]
}
