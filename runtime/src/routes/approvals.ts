import { randomUUID } from 'node:crypto'
import type { Flow, FlowApprovals } from '@pregoner/shared'
import { approvedPart, approveFlow, flowApprovals, id } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ApprovalStore } from '../stores/approval-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import { fingerprint } from '../stores/canonical-json.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import { FLOW_ROLES } from './flows.ts'
import { draftOr404, subflowsOf } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_VERSION = 1_000_000
const MAX_KNOWN = 2_000
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

/** Fingerprints: of a drawing as it is stored, and of what people meet of it. */
interface Prints {
  drawing: string
  content: string
}

function printsOf({ flow, subflows }: Whole): Prints {
  if (subflows.length === 0) return { drawing: fingerprint(flow), content: fingerprint(approvedPart(flow)) }
  const all = [flow, ...inOrder(subflows)]
  return { drawing: fingerprint(all), content: fingerprint(all.map(approvedPart)) }
}

export function approvalRoutes(deps: ApprovalRouteDeps): Route[] {
  const { flows, approvals, audit, now } = deps

  const known = new Map<string, Prints>()

  /** Versions never change, so each is looked into once, and never many in one go: they may be large. */
  async function printsOfVersion(townKey: string, flowId: string, version: number): Promise<Prints | null> {
    const key = `${townKey} ${flowId} ${version}`
    const before = known.get(key)
    if (before) return before
    const stored = await flows.version(townKey, flowId, version)
    if (!stored) return null
    const prints = printsOf(stored)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(key, prints)
    return prints
  }

  async function newestVersions(townKey: string, flowId: string): Promise<(Prints & { version: number })[]> {
    const found: (Prints & { version: number })[] = []
    for (const { version } of (await flows.versions(townKey, flowId)).slice(0, MAX_VERSIONS)) {
      const prints = await printsOfVersion(townKey, flowId, version)
      if (prints) found.push({ ...prints, version })
    }
    return found
  }

  /** The draft with the flows it would run if it were published now. */
  async function wholeDraft(townKey: string, flowId: string): Promise<Whole> {
    const { flow } = await draftOr404(deps, townKey, flowId)
    const published = (await flows.publishedFlows(townKey)).map(version => version.flow)
    return { flow, subflows: subflowsOf(flow, published) }
  }

  async function approvalsOf(townKey: string, flowId: string, asked?: number): Promise<FlowApprovals> {
    const draft = printsOf(await wholeDraft(townKey, flowId))
    const shown = asked === undefined ? draft : await printsOfVersion(townKey, flowId, asked)
    if (!shown) throw new AppError('not_found')
    const stored = await approvals.list(townKey, flowId)
    const versions = stored.length > 0 ? await newestVersions(townKey, flowId) : []
    return {
      drawing: shown.drawing,
      approvals: stored.map(({ content, at, ...approval }) => ({
        ...approval,
        at: at.toISOString(),
        isOfDraft: content === draft.content,
        versions: versions.filter(one => one.content === content).map(({ version }) => version),
      })),
    }
  }

  /** What is read of the drawing with this fingerprint, as long as it is the draft or a version. */
  async function contentWith(townKey: string, flowId: string, drawing: string): Promise<string | undefined> {
    const isIt = (prints: Prints) => prints.drawing === drawing
    const draft = printsOf(await wholeDraft(townKey, flowId))
    return (isIt(draft) ? draft : (await newestVersions(townKey, flowId)).find(isIt))?.content
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
        const content = await contentWith(townKey, params.id, body.drawing)
        if (content === undefined)
          throw new AppError('stale', 'approval', { current: await draftOr404(deps, townKey, params.id) })
        const approved = { ...body, id: randomUUID(), content }
        await approvals.add(townKey, params.id, approved, { by: personName, at: now() })
        await audit.append({ town: townKey, personId, action: 'flow.approve', object: params.id, at: now() })
        return approvalsOf(townKey, params.id)
      },
    }),
  ]
}
