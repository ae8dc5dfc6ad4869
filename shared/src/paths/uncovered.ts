import type { CompiledFlow } from '../compile.ts'
import { type Target, unfinishedNodes } from './targets.ts'
import type { Walk } from './walk.ts'

/** Why no conversation takes an exit. */
export type WhyNot =
  /** No way of the drawing leads to the step. */
  | 'unreachable'
  /** The ways to the step are not taken either. */
  | 'not_reached'
  /** The step is reached, but nothing that was tried leaves it here. */
  | 'no_example'
  /** The walk had become too long before it was tried. */
  | 'cut_short'
  /** The step is not filled in so that it can run. */
  | 'unfinished'

export interface Uncovered extends Target {
  why: WhyNot
}

/** The nodes that some way of the drawing leads to. */
function reachable({ starts, targets, nodes }: CompiledFlow): Set<string> {
  const found = new Set<string>()
  const open = starts.map(({ node }) => node)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    const node = nodes.get(id)
    const jumps = node?.definition.refers?.(node.config).filter(({ kind }) => kind === 'node') ?? []
    open.push(...(targets.get(id)?.values() ?? []), ...jumps.map(jump => jump.id))
  }
  return found
}

/** The exits that no conversation takes, each with the reason. */
export function uncoveredBy({ tree, targets, covered, isCutShort }: Walk): Uncovered[] {
  const left = [...targets].filter(([key]) => !covered.has(key)).map(([, target]) => target)
  const unfinished = unfinishedNodes(tree.root).map((node): Uncovered => ({ node, exit: null, why: 'unfinished' }))
  if (left.length === 0) return unfinished
  const reached = new Set(tree.turns.flatMap(({ passages }) => passages.map(({ node }) => node)))
  const drawn = reachable(tree.root)
  const why = ({ node }: Target): WhyNot => {
    if (isCutShort) return 'cut_short'
    if (reached.has(node)) return 'no_example'
    return drawn.has(node) ? 'not_reached' : 'unreachable'
  }
  return [...left.map(target => ({ ...target, why: why(target) })), ...unfinished]
}
