import type { Edge, Flow, FlowNode } from '@pregoner/shared'
import { edgeOf } from './edit-edges.ts'
import { canBeEntered, mainExit } from './exits.ts'

/** The edge by which a conversation usually goes on from a node. */
const onwards = (flow: Flow, node: FlowNode): Edge | undefined => {
  const exit = mainExit(node)
  return exit ? edgeOf(flow, node.id, exit.id) : undefined
}

/** Two steps in a row that may change places: nothing else leads to the second, and both go on one way. */
const rowOfTwo = (flow: Flow, second: FlowNode): { first: FlowNode; between: Edge } | null => {
  const [between, ...others] = flow.edges.filter(edge => edge.to === second.id)
  if (!between || others.length > 0 || !mainExit(second)) return null
  const first = flow.nodes.find(({ id }) => id === between.from)
  if (!first || first === second || !canBeEntered(first)) return null
  return onwards(flow, first) === between ? { first, between } : null
}

/** The step and the one before it change places, on the way and on the drawing; the same flow when they cannot. */
export const moveEarlier = (flow: Flow, id: string): Flow => {
  const second = flow.nodes.find(node => node.id === id)
  const row = second && rowOfTwo(flow, second)
  const exit = second && mainExit(second)
  if (!row || !exit) return flow
  const { first, between } = row
  const after = onwards(flow, second)
  if (after?.to === first.id) return flow
  const edges = flow.edges.flatMap((edge): Edge[] => {
    if (edge === between) return after ? [{ ...between, to: after.to }] : []
    if (edge === after) return []
    return [edge.to === first.id ? { ...edge, to: second.id } : edge]
  })
  const back: Edge = { id: after?.id ?? between.id, from: second.id, exit: exit.id, to: first.id }
  const places = new Map([
    [first.id, second.position],
    [second.id, first.position],
  ])
  return {
    ...flow,
    nodes: flow.nodes.map(node => ({ ...node, position: places.get(node.id) ?? node.position })),
    edges: [...edges, back],
  }
}

/** The step and the one after it change places. */
export const moveLater = (flow: Flow, id: string): Flow => {
  const node = flow.nodes.find(step => step.id === id)
  const after = node && onwards(flow, node)
  return after ? moveEarlier(flow, after.to) : flow
}
