import { type Edge, type Flow, type FlowNode, flowSettings, language, parseFlow, withField } from '@pregoner/shared'
import { z } from 'zod'
import type { Position } from './edit-nodes.ts'
import { referencesOf } from './exits.ts'
import type { MakeId } from './identifiers.ts'

const MAX_CLIP_CHARS = 4_000_000
const MAX_CLIP_NODES = 500
const MAX_DISTANCE = 1_000_000 // pixels from the middle of the drawing; beyond it sums of places are no numbers any more

/** What the steps of a clip name by id, by its own names, so that another town can find what it has instead. */
const clipThing = z.strictObject({
  kind: z.enum([
    'department',
    'person',
    'category',
    'table',
    'column',
    'calendar',
    'topic',
    'bookable_service',
    'flow',
  ]),
  id: z.string().max(60),
  /** The table of a column. */
  within: z.string().max(60).optional(),
  name: z.partialRecord(language, z.string().max(300)),
})
export type ClipThing = z.infer<typeof clipThing>

const clip = z.strictObject({
  pregoner: z.literal('steps'),
  town: z.strictObject({ key: z.string().max(60), name: z.string().max(120) }),
  things: z.array(clipThing).max(2_000),
  /** A flow that holds nothing but the copied steps. */
  flow: z.unknown(),
})

/** A part of a drawing as it lies in the clipboard; readable text, so that it travels between flows, towns and people. */
export interface Clip {
  pregoner: 'steps'
  town: { key: string; name: string }
  things: ClipThing[]
  flow: Flow
}

/** The flow with nothing but the chosen nodes and the edges among them; null when no node is chosen. */
export const partOf = (flow: Flow, ids: readonly string[]): Flow | null => {
  const chosen = new Set(ids)
  const nodes = flow.nodes.filter(node => chosen.has(node.id))
  if (nodes.length === 0) return null
  const edges = flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to))
  return { ...flow, nodes, edges, settings: flowSettings.parse({}) }
}

const isNear = ({ position }: FlowNode) => Math.max(Math.abs(position.x), Math.abs(position.y)) <= MAX_DISTANCE

/** Each node once, each exit with one edge: a text from anywhere may say otherwise. */
const orderly = (flow: Flow): Flow => ({
  ...flow,
  nodes: [...new Map(flow.nodes.map(node => [node.id, node])).values()],
  edges: [...new Map(flow.edges.map(edge => [`${edge.from} ${edge.exit}`, edge])).values()],
})

/** Reads what a clipboard holds; null when it is anything else than a part of a drawing this version can read. */
export const parseClip = (text: string): Clip | null => {
  if (text.length > MAX_CLIP_CHARS || !text.trimStart().startsWith('{')) return null
  try {
    const read = clip.safeParse(JSON.parse(text))
    const drawn = read.success ? parseFlow(read.data.flow) : null
    if (!read.success || !drawn?.ok) return null
    const { nodes } = drawn.flow
    if (nodes.length === 0 || nodes.length > MAX_CLIP_NODES || !nodes.every(isNear)) return null
    return { ...read.data, flow: orderly(drawn.flow) }
  } catch {
    return null // not JSON: somebody's shopping list
  }
}

/** The config of a copy: a jump to another copied node goes to that node's copy. */
const withNewTargets = (node: FlowNode, ids: ReadonlyMap<string, string>): FlowNode['config'] =>
  referencesOf(node).reduce<FlowNode['config']>((config, { kind, id, field, at }) => {
    const copy = kind === 'node' ? ids.get(id) : undefined
    return copy ? withField(config, at ?? field, copy) : config
  }, node.config)

const corner = (nodes: readonly FlowNode[]): Position => ({
  x: Math.min(...nodes.map(node => node.position.x)),
  y: Math.min(...nodes.map(node => node.position.y)),
})

/** Puts a copied part into the drawing with its upper left corner at `at`, under new ids: old to new. */
export const paste = (flow: Flow, part: Flow, at: Position, makeId: MakeId): [Flow, ids: Map<string, string>] => {
  const ids = new Map(part.nodes.map(({ id, type }) => [id, makeId(type.replaceAll('_', '-'))]))
  const from = corner(part.nodes)
  const copies = part.nodes.map(node => ({
    ...node,
    id: ids.get(node.id) ?? node.id,
    position: { x: Math.round(node.position.x - from.x + at.x), y: Math.round(node.position.y - from.y + at.y) },
    config: withNewTargets(node, ids),
  }))
  const joined = part.edges.flatMap(({ from: start, exit, to }): Edge[] => {
    const [newFrom, newTo] = [ids.get(start), ids.get(to)]
    return newFrom && newTo ? [{ id: makeId('edge'), from: newFrom, exit, to: newTo }] : []
  })
  return [{ ...flow, nodes: [...flow.nodes, ...copies], edges: [...flow.edges, ...joined] }, ids]
}

const DUPLICATE_OFFSET = 40

/** A copy of the chosen nodes a little to the lower right. */
export const duplicate = (flow: Flow, ids: readonly string[], makeId: MakeId): [Flow, added: string[]] => {
  const part = partOf(flow, ids)
  if (!part) return [flow, []]
  const { x, y } = corner(part.nodes)
  const [drawing, added] = paste(flow, part, { x: x + DUPLICATE_OFFSET, y: y + DUPLICATE_OFFSET }, makeId)
  return [drawing, [...added.values()]]
}
