import type { Edge, Flow, FlowNode } from '../../flow.ts'
import { nodeDefinition } from '../../nodes/index.ts'
import type { Finding, ProblemCode } from '../problem.ts'
import type { Inspection } from '../rule.ts'

/** What a fix would do to the drawing, and what the words on its button need. */
export interface Plan {
  values?: Record<string, string>
  apply(): Flow
}

/** One way to mend some kinds of problem with a click. Null where it would not be right. */
export interface Fix {
  codes: readonly ProblemCode[]
  plan(finding: Finding, inspection: Inspection): Plan | null
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** An id that nothing in the drawing has, and that an earlier drawing has hardly had either. */
export function freshId({ nodes, edges }: Flow, prefix: string): string {
  const taken = new Set([...nodes, ...edges].map(({ id }) => id))
  const seed = [...taken].join(' ')
  for (let count = 0; ; count++) {
    const id = `${prefix}-${hashOf(`${seed} ${count}`).toString(36)}`
    if (!taken.has(id)) return id
  }
}

/** A new step as it comes from the palette. */
export const freshNode = (flow: Flow, type: string, position: FlowNode['position']): FlowNode => ({
  id: freshId(flow, type),
  type,
  position,
  config: { ...nodeDefinition(type)?.blank },
})

/** An exit leads to one step: the new line replaces the old ones. */
export const joined = (flow: Flow, from: string, exit: string, to: string): Flow => ({
  ...flow,
  edges: [
    ...flow.edges.filter(edge => edge.from !== from || edge.exit !== exit),
    { id: freshId(flow, 'edge'), from, exit, to },
  ],
})

export const withEdges = (flow: Flow, keep: (edge: Edge) => boolean): Flow => ({
  ...flow,
  edges: flow.edges.filter(keep),
})

export const withNode = (flow: Flow, id: string, change: (node: FlowNode) => FlowNode): Flow => ({
  ...flow,
  nodes: flow.nodes.map(node => (node.id === id ? change(node) : node)),
})

export const valueAt = (config: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((value, key) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return isThere ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
  }, config)

const STEP_WIDTH = 360 // a card and the room beside it
const STEP_HEIGHT = 180

/** The first free place from beside a step downwards. */
export function placeBeside({ nodes }: Flow, { position }: FlowNode, columns: 1 | -1): FlowNode['position'] {
  const x = position.x + columns * STEP_WIDTH
  const isTaken = (y: number) =>
    nodes.some(one => Math.abs(one.position.x - x) < STEP_WIDTH * 0.8 && Math.abs(one.position.y - y) < STEP_HEIGHT)
  let y = position.y
  while (isTaken(y)) y += STEP_HEIGHT
  return { x, y }
}
