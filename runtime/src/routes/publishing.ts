import { randomUUID } from 'node:crypto'
import type { Flow, FlowDraft, PeopleMove, Problem } from '@pregoner/shared'
import { nodeDefinition } from '@pregoner/shared'
import type { Checks } from '../checking/checks.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { FlowStore, StoredVersion } from '../stores/flow-store.ts'
import type { Publication } from '../stores/flow-versions.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface PublishingDeps {
  flows: FlowStore
  towns: TownStore
  checks: Pick<Checks, 'problems'>
  audit: AuditStore
  live: Pick<Live, 'flowChanged'>
  now: () => Date
  /** Tells the pipeline that citizens now meet another version. */
  onPublished: (townKey: string, flowId: string) => void
  /** The flow tests that do not pass with this drawing; any keeps it from being published. None are known without it. */
  failingTests?: ((townKey: string, flow: Flow) => Promise<unknown[]>) | undefined
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
export function subflowsOf(flow: Flow, published: readonly Flow[]): Flow[] {
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
export async function problemsOf(
  { flows, towns, checks }: PublishingDeps,
  townKey: string,
  flow: Flow,
): Promise<Problem[]> {
  const town = await towns.get(townKey)
  if (!town) throw new AppError('not_found')
  const others = (await flows.publishedFlows(townKey)).filter(({ flowId }) => flowId !== flow.id)
  return checks.problems(
    flow,
    town,
    others.map(version => version.flow),
  )
}

/** Refuses a drawing with errors, or whose flow tests do not pass. */
export async function checkDrawing(deps: PublishingDeps, townKey: string, flow: Flow): Promise<void> {
  const problems = await problemsOf(deps, townKey, flow)
  if (problems.some(({ severity }) => severity === 'error')) throw new AppError('problems', 'publish', { problems })
  const failing = (await deps.failingTests?.(townKey, flow)) ?? []
  if (failing.length > 0) throw new AppError('tests', 'publish', { tests: failing })
}

/** Who publishes. */
export interface Publisher {
  townKey: string
  personId: string | null
  personName: string
}

/** Freezes a checked drawing as the next version; null when the flow is gone or another version came between. */
export async function freeze(
  { flows, audit, live, now, onPublished }: PublishingDeps,
  { townKey, personId, personName }: Publisher,
  { flow, rev, ...publication }: Omit<Publication, 'subflows'> & { rev?: number },
): Promise<StoredVersion | null> {
  const published = (await flows.publishedFlows(townKey)).map(version => version.flow)
  if (!(await flows.keepForEver(townKey, flow.id, rev))) return null
  const frozen = { ...publication, flow, subflows: subflowsOf(flow, published) }
  const version = await flows.freeze(townKey, frozen, { by: personName, at: now() })
  if (!version) return null
  const object = `${flow.id}:${version.version}`
  await audit.append({ town: townKey, personId, action: 'flow.publish', object, at: now() })
  onPublished(townKey, flow.id)
  const current = await flows.revision(townKey, flow.id)
  live.flowChanged(townKey, { flowId: flow.id, rev: rev ?? current ?? 0, by: personName })
  return version
}

/** Freezes the draft of revision `rev` as the next version. Refuses it while the checker finds errors. */
export async function publish(
  deps: PublishingDeps,
  publisher: Publisher,
  flowId: string,
  { rev, note, people = [] }: { rev: number; note: string; people?: PeopleMove[] },
): Promise<StoredVersion> {
  const draft = await draftOr404(deps, publisher.townKey, flowId)
  if (draft.rev !== rev) throw new AppError('stale', 'publish', { current: draft })
  await checkDrawing(deps, publisher.townKey, draft.flow)
  const version = await freeze(deps, publisher, { id: randomUUID(), flow: draft.flow, rev, note, people })
  if (version) return version
  throw new AppError('stale', 'publish', { current: await draftOr404(deps, publisher.townKey, flowId) })
}
