import type { Flow, FlowNode } from '@pregoner/shared'

export type Position = FlowNode['position']

/** Whole pixels, so that a drawing reads the same after a drag at any zoom. */
const rounded = ({ x, y }: Position): Position => ({ x: Math.round(x), y: Math.round(y) })

export const addNode = (flow: Flow, node: FlowNode): Flow => ({
  ...flow,
  nodes: [...flow.nodes, { ...node, position: rounded(node.position) }],
})

const changeNode = (flow: Flow, id: string, change: (node: FlowNode) => FlowNode): Flow => {
  const before = flow.nodes.find(node => node.id === id)
  if (!before) return flow
  const after = change(before)
  return after === before ? flow : { ...flow, nodes: flow.nodes.map(node => (node === before ? after : node)) }
}

/** Gives a node another configuration; edges from exits that it no longer has go away. */
export const changeConfig = (flow: Flow, id: string, config: FlowNode['config'], exits: readonly string[]): Flow => {
  const changed = changeNode(flow, id, node => ({ ...node, config }))
  const edges = changed.edges.filter(edge => edge.from !== id || exits.includes(edge.exit))
  return edges.length === changed.edges.length ? changed : { ...changed, edges }
}

/** An empty name gives the node its type's name back. */
export const renameNode = (flow: Flow, id: string, name: string): Flow =>
  changeNode(flow, id, node => {
    if ((node.name ?? '') === name) return node
    const { name: _, ...nameless } = node
    return name === '' ? nameless : { ...node, name }
  })

export const moveNodes = (flow: Flow, positions: ReadonlyMap<string, Position>): Flow => {
  let hasMoved = false
  const nodes = flow.nodes.map(node => {
    const to = positions.get(node.id)
    if (!to) return node
    const position = rounded(to)
    if (position.x === node.position.x && position.y === node.position.y) return node
    hasMoved = true
    return { ...node, position }
  })
  return hasMoved ? { ...flow, nodes } : flow
}
