import type { Edge, Flow, FlowNode } from '@pregoner/shared'
import { addNode } from './edit-nodes.ts'

export const edgeOf = (flow: Flow, from: string, exit: string): Edge | undefined =>
  flow.edges.find(edge => edge.from === from && edge.exit === exit)

/** An exit leads to one node: a new edge replaces the old one. */
export const connect = (flow: Flow, edge: Edge): Flow => {
  const before = edgeOf(flow, edge.from, edge.exit)
  if (before?.to === edge.to) return flow
  return { ...flow, edges: [...flow.edges.filter(other => other !== before), edge] }
}

export const disconnect = (flow: Flow, from: string, exit: string): Flow => {
  const edges = flow.edges.filter(edge => edge.from !== from || edge.exit !== exit)
  return edges.length === flow.edges.length ? flow : { ...flow, edges }
}

/**
 * Adds a node behind an exit. Where the exit led before, the new node's `onward` exit leads now; with `onward` null the
 * old target is left alone.
 */
export const addAfter = (flow: Flow, node: FlowNode, edge: Edge, onward: { id: string; exit: string } | null): Flow => {
  const before = edgeOf(flow, edge.from, edge.exit)
  const joined = connect(addNode(flow, node), edge)
  if (!before || !onward) return joined
  return connect(joined, { id: onward.id, from: node.id, exit: onward.exit, to: before.to })
}
