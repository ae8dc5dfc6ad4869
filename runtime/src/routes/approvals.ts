import { randomUUID } from 'node:crypto'
import type { Flow, FlowApprovals } from '@pregoner/shared'
import { approvedPart, approveFlow, flowApprovals, id } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ApprovalStore } from '../stores/approval-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import { fingerprint } from '../stores/canonical-json.ts'
import type { FlowStore, StoredVersion } from '../stores/flow-store.ts'
import { FLOW_ROLES } from './flows.ts'
import { draftOr404, subflowsOf } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_VERSION = 1_000_000
const MAX_VERSIONS = 50 // looked through for what was approved; older ones stay approved but unnamed

export interface ApprovalRouteDeps {
  flows: FlowStore
  approvals: ApprovalStore
  audit: AuditStore
  now: () => Date
}

/** A drawing with the flows it runs: what is read and approved together. */
interface Whole {
  flow: Flow
  subflows: readonly Flow[]
}

const inOrder = (subflows: readonly Flow[]) => subflows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const drawingFingerprint = ({ flow, subflows }: Whole) =>
  subflows.length === 0 ? fingerprint(flow) : fingerprint([flow, ...inOrder(subflows)])

const contentOf = ({ flow, subflows }: Whole) =>
  subflows.length === 0 ? fingerprint(approvedPart(flow)) : fingerprint([flow, ...inOrder(subflows)].map(approvedPart))

export function approvalRoutes(deps: ApprovalRouteDeps): Route[] {
  const { flows, approvals, audit, now } = deps

  async function newestVersions(townKey: string, flowId: string): Promise<StoredVersion[]> {
    const listed = (await flows.versions(townKey, flowId)).slice(0, MAX_VERSIONS)
    const stored = await Promise.all(listed.map(({ version }) => flows.version(townKey, flowId, version)))
    return stored.filter(version => version !== null)
  }

  /** The draft with the flows it would run if it were published now. */
  async function wholeDraft(townKey: string, flowId: string): Promise<Whole> {
    const { flow } = await draftOr404(deps, townKey, flowId)
    const published = (await flows.publishedFlows(townKey)).map(version => version.flow)
    return { flow, subflows: subflowsOf(flow, published) }
  }

  async function approvalsOf(townKey: string, flowId: string, asked?: number): Promise<FlowApprovals> {
    const draft = await wholeDraft(townKey, flowId)
    const shown = asked === undefined ? draft : await flows.version(townKey, flowId, asked)
    if (!shown) throw new AppError('not_found')
    const stored = await approvals.list(townKey, flowId)
    const versions = stored.length > 0 ? await newestVersions(townKey, flowId) : []
    const published = versions.map(one => ({ version: one.version, content: contentOf(one) }))
    const content = contentOf(draft)
    return {
      drawing: drawingFingerprint(shown),
      approvals: stored.map(({ content: approved, at, ...approval }) => ({
        ...approval,
        at: at.toISOString(),
        isOfDraft: approved === content,
        versions: published.filter(one => one.content === approved).map(({ version }) => version),
      })),
    }
  }

  /** The drawing with this fingerprint, as long as it is the draft or a version. */
  async function drawingOf(townKey: string, flowId: string, drawing: string): Promise<Whole | undefined> {
    const isIt = (whole: Whole) => drawingFingerprint(whole) === drawing
    const draft = await wholeDraft(townKey, flowId)
    return isIt(draft) ? draft : (await newestVersions(townKey, flowId)).find(isIt)
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/approvals',
      summary: 'Who approved the conversations of a flow, and whether the draft still says what was approved.',
      roles: FLOW_ROLES,
      params: { id },
      query: z.strictObject({ version: z.coerce.number().int().min(1).max(MAX_VERSION).optional() }),
      answer: flowApprovals,
      run: ({ townKey }, { params, query }) => approvalsOf(townKey, params.id, query.version),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/approvals',
      summary: 'Records that somebody has read all conversations of this drawing and approves them.',
      roles: FLOW_ROLES,
      params: { id },
      body: approveFlow,
      answer: flowApprovals,
      async run({ townKey, personId, personName }, { params, body }) {
        const whole = await drawingOf(townKey, params.id, body.drawing)
        if (!whole) throw new AppError('stale', 'approval', { current: await draftOr404(deps, townKey, params.id) })
        const approved = { ...body, id: randomUUID(), content: contentOf(whole) }
        await approvals.add(townKey, params.id, approved, { by: personName, at: now() })
        await audit.append({ town: townKey, personId, action: 'flow.approve', object: params.id, at: now() })
        return approvalsOf(townKey, params.id)
      },
    }),
  ]
}
