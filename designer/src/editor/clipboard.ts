import { edge, type Flow, type FlowNode, FORMAT_VERSION, flowNode, withField } from '@pregoner/shared'
import { z } from 'zod'
import type { Position } from './edit-nodes.ts'
import { referencesOf } from './exits.ts'
import type { MakeId } from './identifiers.ts'

/** A part of a drawing as it lies in the clipboard; readable text, so that it travels between flows, towns and people. */
const clip = z.strictObject({
  pregoner: z.literal('nodes'),
  formatVersion: z.literal(FORMAT_VERSION),
  nodes: z.array(flowNode).min(1).max(500),
  edges: z.array(edge).max(2_000),
})
export type Clip = z.infer<typeof clip>

/** The chosen nodes and the edges among them; null when no node is chosen. */
export const copyNodes = (flow: Flow, ids: readonly string[]): Clip | null => {
  const chosen = new Set(ids)
  const nodes = flow.nodes.filter(node => chosen.has(node.id))
  if (nodes.length === 0) return null
  const edges = flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to))
  return { pregoner: 'nodes', formatVersion: FORMAT_VERSION, nodes, edges }
}

/** Reads what a clipboard holds; null when it is anything else than a part of a drawing. */
export const parseClip = (text: string): Clip | null => {
  if (!text.trimStart().startsWith('{')) return null
  try {
    return clip.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // not JSON: somebody's shopping list
  }
}

/** The config of a copy: a jump to another copied node goes to that node's copy. */
const withNewTargets = (node: FlowNode, ids: ReadonlyMap<string, string>): FlowNode['config'] =>
  referencesOf(node).reduce<FlowNode['config']>((config, { kind, id, field }) => {
    const copy = kind === 'node' ? ids.get(id) : undefined
    return copy ? withField(config, field, copy) : config
  }, node.config)

const corner = (nodes: Clip['nodes']): Position => ({
  x: Math.min(...nodes.map(node => node.position.x)),
  y: Math.min(...nodes.map(node => node.position.y)),
})

/** Puts a copied part into the drawing with its upper left corner at `at`, under new ids. */
export const paste = (flow: Flow, { nodes, edges }: Clip, at: Position, makeId: MakeId): [Flow, added: string[]] => {
  const ids = new Map(nodes.map(node => [node.id, makeId(node.type)]))
  const from = corner(nodes)
  const copies = nodes.map(node => ({
    ...node,
    id: ids.get(node.id) ?? node.id,
    position: { x: Math.round(node.position.x - from.x + at.x), y: Math.round(node.position.y - from.y + at.y) },
    config: withNewTargets(node, ids),
  }))
  const joined = edges.flatMap(({ from: start, exit, to }) => {
    const [newFrom, newTo] = [ids.get(start), ids.get(to)]
    return newFrom && newTo ? [{ id: makeId('edge'), from: newFrom, exit, to: newTo }] : []
  })
  return [
    { ...flow, nodes: [...flow.nodes, ...copies], edges: [...flow.edges, ...joined] },
    copies.map(node => node.id),
  ]
}

const DUPLICATE_OFFSET = 40

/** A copy of the chosen nodes a little to the lower right. */
export const duplicate = (flow: Flow, ids: readonly string[], makeId: MakeId): [Flow, added: string[]] => {
  const copied = copyNodes(flow, ids)
  if (!copied) return [flow, []]
  const { x, y } = corner(copied.nodes)
  return paste(flow, copied, { x: x + DUPLICATE_OFFSET, y: y + DUPLICATE_OFFSET }, makeId)
}
