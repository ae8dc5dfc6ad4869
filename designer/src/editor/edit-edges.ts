import type { Edge, Flow, FlowNode } from '@pregoner/shared'
import { addNode } from './edit-nodes.ts'

type EdgesByExit = ReadonlyMap<string, ReadonlyMap<string, Edge>>
const known = new WeakMap<readonly Edge[], EdgesByExit>()

/** Edges are never changed in place, so each list of them is gone through once; every exit on the canvas asks. */
const byExit = (edges: readonly Edge[]): EdgesByExit => {
  const before = known.get(edges)
  if (before) return before
  const found = new Map<string, Map<string, Edge>>()
  for (const edge of edges) {
    const ofNode = found.get(edge.from) ?? new Map<string, Edge>()
    found.set(edge.from, ofNode)
    if (!ofNode.has(edge.exit)) ofNode.set(edge.exit, edge)
  }
  known.set(edges, found)
  return found
}

export const edgeOf = (flow: Flow, from: string, exit: string): Edge | undefined =>
  byExit(flow.edges).get(from)?.get(exit)

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
