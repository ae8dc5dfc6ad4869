import type { Flow, FlowNode } from '@pregoner/shared'
import { beginningWeight, canBeEntered, exitsOf, isDecoration } from './exits.ts'

const byPlace = (a: FlowNode, b: FlowNode) => a.position.x - b.position.x || a.position.y - b.position.y

/** The drawing indexed for walking along its edges. */
export interface Walkable {
  readonly nodes: ReadonlyMap<string, FlowNode>
  target(node: string, exit: string): string | null
}

export const walkable = (flow: Flow): Walkable => {
  const nodes = new Map(flow.nodes.map(node => [node.id, node]))
  const targets = new Map(flow.edges.map(({ from, exit, to }) => [`${from} ${exit}`, to]))
  return { nodes, target: (node, exit) => targets.get(`${node} ${exit}`) ?? null }
}

/** Where reading begins: where a conversation starts, what people meet first at the top, then those nothing leads to, then whatever is left. */
export const entrances = (flow: Flow): FlowNode[] => {
  const entered = new Set(flow.edges.filter(({ from, to }) => from !== to).map(({ to }) => to))
  const steps = flow.nodes.filter(node => !isDecoration(node)).sort(byPlace)
  const starts = steps
    .filter(node => !canBeEntered(node))
    .sort((a, b) => beginningWeight(b) - beginningWeight(a) || byPlace(a, b))
  const loose = steps.filter(node => canBeEntered(node) && !entered.has(node.id))
  const rest = steps.filter(node => canBeEntered(node) && entered.has(node.id))
  return [...starts, ...loose, ...rest]
}

/** Every node once, as a person would read the drawing: along its edges from the start, then what lies loose on it. */
export const readingOrder = (flow: Flow): string[] => {
  const { nodes, target } = walkable(flow)
  const order = new Set<string>()
  const left = entrances(flow).reverse()
  for (let node = left.pop(); node; node = left.pop()) {
    if (order.has(node.id)) continue
    order.add(node.id)
    for (const exit of exitsOf(node).toReversed()) {
      const next = nodes.get(target(node.id, exit.id) ?? '')
      if (next && !order.has(next.id)) left.push(next)
    }
  }
  for (const node of flow.nodes.filter(isDecoration).sort(byPlace)) order.add(node.id)
  return [...order]
}
