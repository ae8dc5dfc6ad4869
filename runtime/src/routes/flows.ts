import type { Flow } from '@pregoner/shared'
import { createFlow, emptyFlow, flowDraft, flowSummary, id, parseFlow, savedDraft, saveFlow } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Locks } from '../locks/locks.ts'
import type { ApprovalStore } from '../stores/approval-store.ts'
import type { FlowTestStore } from '../stores/flow-test-store.ts'
import type { GivenAnswerStore } from '../stores/given-answer-store.ts'
import type { InsideStore } from '../stores/inside-store.ts'
import type { ScheduleStore } from '../stores/schedule-store.ts'
import type { StatisticsStore } from '../stores/statistics-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { flowIdFrom } from './flow-id.ts'
import { callerOf } from './lock.ts'
import type { PublishingDeps } from './publishing.ts'
import { draftOr404 } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export const FLOW_ROLES = ['administrator', 'officer'] as const
const MAX_FLOW_BYTES = 4 * 1024 * 1024

export interface FlowRouteDeps extends PublishingDeps {
  towns: TownStore
  statistics: StatisticsStore
  flowTests: Pick<FlowTestStore, 'removeAll'>
  approvals: Pick<ApprovalStore, 'removeAll'>
  givenAnswers: Pick<GivenAnswerStore, 'heedAll'>
  locks: Locks
  inside: InsideStore
  schedules: ScheduleStore
}

function readFlow(document: unknown, flowId: string): Flow {
  const read = parseFlow(document)
  if (!read.ok) {
    const isReserved = read.faults.some(({ code }) => code === 'reserved_name')
    throw new AppError(isReserved ? 'reserved_name' : 'bad_flow', 'not a flow', { problems: read.faults })
  }
  if (read.flow.id !== flowId) throw new AppError('bad_request', 'the drawing is of another flow')
  return read.flow
}

export function flowRoutes(deps: FlowRouteDeps): Route[] {
  const { flows, flowTests, approvals, givenAnswers, schedules, statistics, audit, live, locks, now } = deps
  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows',
      summary: 'The flows of a town.',
      roles: FLOW_ROLES,
      answer: z.array(flowSummary),
      async run({ townKey }) {
        const [inside, editors, scheduled] = await Promise.all([
          statistics.insideFlows(townKey),
          locks.editors(townKey),
          schedules.ofTown(townKey),
        ])
        const listed = await flows.list(townKey)
        return listed.map(flow => ({
          ...flow,
          inside: inside.get(flow.id) ?? 0,
          editedBy: editors.get(flow.id) ?? null,
          scheduled: scheduled.get(flow.id) ?? null,
        }))
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows',
      summary: 'Starts an empty flow.',
      roles: FLOW_ROLES,
      body: createFlow,
      answer: flowDraft,
      async run({ townKey, personId, personName }, { body }) {
        const flow = emptyFlow(flowIdFrom(body.name), body.name, body.languages)
        await flows.create(townKey, flow, { by: personName, at: now() })
        await audit.append({ town: townKey, personId, action: 'flow.create', object: flow.id, at: now() })
        return draftOr404(deps, townKey, flow.id)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id',
      summary: 'The draft of a flow.',
      roles: FLOW_ROLES,
      params: { id },
      answer: flowDraft,
      run: ({ townKey }, { params }) => draftOr404(deps, townKey, params.id),
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/flows/:id',
      summary:
        'Saves the draft. `rev` is the revision it was drawn on; an older one is refused with the current draft.',
      roles: FLOW_ROLES,
      params: { id },
      body: saveFlow.extend({ flow: z.unknown() }),
      maxJsonBytes: MAX_FLOW_BYTES,
      answer: savedDraft,
      async run(scope, { params, body, request }) {
        const { townKey, personName } = scope
        const caller = callerOf(scope, request)
        const flow = readFlow(body.flow, params.id)
        await locks.check(townKey, params.id, caller)
        const saved = await flows.save(townKey, flow, body.rev, { by: personName, at: now() })
        if (!saved) throw new AppError('stale', 'draft', { current: await draftOr404(deps, townKey, params.id) })
        await locks.saved(townKey, params.id, caller)
        live.flowChanged(townKey, { flowId: params.id, rev: saved.rev, by: personName })
        const { flow: _, ...answer } = saved
        return answer
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/flows/:id',
      summary: 'Deletes a flow that was never published.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.strictObject({ ok: z.literal(true) }),
      async run(scope, { params, request }) {
        const { townKey, personId } = scope
        await draftOr404(deps, townKey, params.id)
        await locks.check(townKey, params.id, callerOf(scope, request))
        if (!(await flows.remove(townKey, params.id))) throw new AppError('published')
        await flowTests.removeAll(townKey, params.id)
        await approvals.removeAll(townKey, params.id)
        await givenAnswers.heedAll(townKey, params.id)
        await schedules.remove(townKey, params.id)
        await audit.append({ town: townKey, personId, action: 'flow.delete', object: params.id, at: now() })
        return { ok: true as const }
      },
    }),
  ]
}
