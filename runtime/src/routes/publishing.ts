import type { Flow, FlowDraft, Problem } from '@pregoner/shared'
import { inspect, nodeDefinition } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { FlowStore, StoredVersion } from '../stores/flow-store.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface PublishingDeps {
  flows: FlowStore
  towns: TownStore
  audit: AuditStore
  live: Pick<Live, 'flowChanged'>
  now: () => Date
  /** Tells the pipeline that citizens now meet another version. */
  onPublished: (townKey: string, flowId: string) => void
  /** The flow tests that do not pass with this drawing; any keeps it from being published. None are known without it. */
  failingTests?: (townKey: string, flow: Flow) => Promise<unknown[]>
}

export async function draftOr404(
  { flows }: Pick<PublishingDeps, 'flows'>,
  townKey: string,
  flowId: string,
): Promise<FlowDraft> {
  const draft = await flows.draft(townKey, flowId)
  if (!draft) throw new AppError('not_found')
  return draft
}

/** The ids of the flows that this one runs inside itself. */
function flowsRunBy(flow: Flow): string[] {
  return flow.nodes.flatMap(({ type, config }) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.safeParse(config)
    if (!definition?.refers || !parsed?.success) return []
    return definition.refers(parsed.data).flatMap(({ kind, id }) => (kind === 'flow' ? [id] : []))
  })
}

/** The sub-flows of a flow, and theirs, as they are published now. */
function subflowsOf(flow: Flow, published: readonly Flow[]): Flow[] {
  const found = new Map<string, Flow>()
  const open = flowsRunBy(flow)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const subflow = published.find(({ id }) => id === next)
    if (!subflow || next === flow.id || found.has(next)) continue
    found.set(next, subflow)
    open.push(...flowsRunBy(subflow))
  }
  return [...found.values()]
}

/** What is wrong with the stored draft, next to the other flows that citizens meet now. */
export async function problemsOf({ flows, towns }: PublishingDeps, townKey: string, flow: Flow): Promise<Problem[]> {
  const town = await towns.get(townKey)
  if (!town) throw new AppError('not_found')
  const others = (await flows.publishedFlows(townKey)).filter(({ flowId }) => flowId !== flow.id)
  return inspect(
    flow,
    town,
    others.map(version => version.flow),
  )
}

/** Freezes the draft of revision `rev` as the next version. Refuses it while the checker finds errors. */
export async function publish(
  deps: PublishingDeps,
  { townKey, personId, personName }: { townKey: string; personId: string | null; personName: string },
  flowId: string,
  { rev, note }: { rev: number; note: string },
): Promise<StoredVersion> {
  const { flows, audit, live, now, onPublished } = deps
  const draft = await draftOr404(deps, townKey, flowId)
  if (draft.rev !== rev) throw new AppError('stale', 'publish', { current: draft })
  const problems = await problemsOf(deps, townKey, draft.flow)
  if (problems.some(({ severity }) => severity === 'error')) throw new AppError('problems', 'publish', { problems })
  const failing = (await deps.failingTests?.(townKey, draft.flow)) ?? []
  if (failing.length > 0) throw new AppError('tests', 'publish', { tests: failing })

  const published = (await flows.publishedFlows(townKey)).map(version => version.flow)
  const subflows = subflowsOf(draft.flow, published)
  const version = await flows.publish(townKey, draft, subflows, note, { by: personName, at: now() })
  if (!version) throw new AppError('stale', 'publish', { current: await draftOr404(deps, townKey, flowId) })
  await audit.append({
    town: townKey,
    personId,
    action: 'flow.publish',
    object: `${flowId}:${version.version}`,
    at: now(),
  })
  onPublished(townKey, flowId)
  live.flowChanged(townKey, { flowId, rev, by: personName })
  return version
}
