import type { Passage } from '../engine.ts'
import type { Session } from '../session.ts'
import type { TownFlows } from '../turn.ts'

const MAX_NODES_PER_STEP = 100 // the engine's own limit; what reaches it went round in circles

/** How a conversation came to its end, as an officer would put it. */
export type Ending =
  | { kind: 'ended' }
  /** An exit without an edge; fine when the flow should end there, a fault when it should not. */
  | { kind: 'leads_nowhere'; flowId: string; node: string; exit: string }
  /** A step whose form is not filled in so that it can run. */
  | { kind: 'unfinished'; flowId: string; node: string }
  | { kind: 'no_subflow'; flowId: string; node: string }
  | { kind: 'circle'; flowId: string; node: string }
  | { kind: 'failed' }

/** The end that a step came to; null while the session goes on. */
export function endingOf(flows: TownFlows, session: Session, trace: readonly Passage[]): Ending | null {
  if (session.status !== 'ended' && session.status !== 'failed') return null
  const last = trace.at(-1)
  const flow = last && flows.version(last.flowId, 0)
  if (!last || !flow) return { kind: session.status }
  const { flowId, node, exit } = last
  const target = exit === null ? undefined : flow.targets.get(node)?.get(exit)
  if (session.status === 'ended') {
    return exit === null || target !== undefined ? { kind: 'ended' } : { kind: 'leads_nowhere', flowId, node, exit }
  }
  if (trace.length >= MAX_NODES_PER_STEP) return { kind: 'circle', flowId, node }
  if (exit === 'called') return { kind: 'no_subflow', flowId, node }
  if (target !== undefined && !flow.nodes.has(target)) return { kind: 'unfinished', flowId, node: target }
  return { kind: 'failed' }
}
