import type { Edge, Flow, FlowNode } from '../flow.ts'
import { type Language, textIn } from '../language.ts'
import type { Exit, NodeDefinition, Reference, TextUse } from '../node.ts'
import { nodeDefinition } from '../nodes/index.ts'
import { type Read, readsOf } from './reads.ts'

/** A node whose type is known, whose id is its own and whose config fits. */
export interface Step {
  id: string
  definition: NodeDefinition
  config: unknown
  exits: Exit[]
  texts: TextUse[]
  references: Reference[]
  /** Names it looks at, in texts and elsewhere. */
  reads: Read[]
}

/** A way from one place to another: along an edge, or by a jump drawn without one (`edge` null). */
export interface Way {
  from: string
  exit: string
  to: string
  edge: string | null
}

/** A flow indexed once for all rules. */
export interface Drawing {
  flow: Flow
  /** Every node but those that live on the canvas only; of two with the same id the first. */
  places: ReadonlyMap<string, FlowNode>
  /** The places whose insides are understood. Of the others only the edges are known. */
  steps: ReadonlyMap<string, Step>
  /** Ways that lead somewhere, by the place they leave; of two lines from one exit the last one is followed. */
  ways: ReadonlyMap<string, readonly Way[]>
  /** Edges by the place they leave, whatever they lead to. */
  edges: ReadonlyMap<string, readonly Edge[]>
  starts: readonly string[]
  /** Places a contact can come to, each after those before it as far as loops allow. All of them when there is no start. */
  order: readonly string[]
  reached: ReadonlySet<string>
}

export const isOnCanvasOnly = ({ type }: FlowNode): boolean => nodeDefinition(type)?.family === 'canvas'

const known = new WeakMap<FlowNode, { languages: string; step: Step | null }>()

/** Nodes are never changed in place, so of a drawing that is being typed into only one is read anew. */
function stepOf(node: FlowNode, languages: readonly Language[]): Step | null {
  const before = known.get(node)
  if (before?.languages === languages.join()) return before.step
  const step = readStep(node, languages)
  known.set(node, { languages: languages.join(), step })
  return step
}

function readStep({ id, type, config }: FlowNode, languages: readonly Language[]): Step | null {
  const definition = nodeDefinition(type)
  const parsed = definition?.config.safeParse(config)
  if (!definition || !parsed?.success) return null
  const texts = definition.texts?.(parsed.data) ?? []
  return {
    id,
    definition,
    config: parsed.data,
    exits: definition.exits(parsed.data),
    texts,
    references: definition.refers?.(parsed.data) ?? [],
    reads: readsOf(definition, parsed.data, texts, languages),
  }
}

/** Groups items under a key, in order. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function waysFrom(id: string, step: Step | undefined, edges: readonly Edge[], places: Drawing['places']): Way[] {
  const exits = step && new Set(step.exits.map(exit => exit.id))
  const drawn = new Map<string, Way>()
  for (const { id: edge, from, exit, to } of edges) {
    if (places.has(to) && (exits?.has(exit) ?? true)) drawn.set(exit, { from, exit, to, edge })
  }
  const jumps = (step?.references ?? [])
    .filter(reference => reference.kind === 'node' && places.has(reference.id))
    .map(({ id: to }) => ({ from: id, exit: 'goto', to, edge: null }))
  return [...drawn.values(), ...jumps]
}

/** Places reached from `roots`, each after those that lead to it, but for loops. */
function orderFrom(roots: readonly string[], ways: Drawing['ways']): string[] {
  const seen = new Set<string>()
  const finished: string[] = []
  for (const root of roots.toReversed()) {
    if (seen.has(root)) continue
    seen.add(root)
    const open = [{ id: root, ways: ways.get(root) ?? [], at: 0 }]
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const way = top.ways[top.at++]
      if (!way) {
        finished.push(top.id)
        open.pop()
      } else if (!seen.has(way.to)) {
        seen.add(way.to)
        open.push({ id: way.to, ways: ways.get(way.to) ?? [], at: 0 })
      }
    }
  }
  return finished.reverse()
}

export function drawingOf(flow: Flow): Drawing {
  const nodes = flow.nodes.filter(node => !isOnCanvasOnly(node))
  const byId = grouped(nodes, ({ id }) => id)
  const places = new Map([...byId].flatMap(([id, [first]]) => (first ? [[id, first]] : [])))
  const single = [...byId.values()].flatMap(([first, ...more]) => (first && more.length === 0 ? [first] : []))
  const understood = single.map(node => stepOf(node, flow.languages))
  const steps = new Map(understood.flatMap(step => (step ? [[step.id, step]] : [])))
  const edges = grouped(flow.edges, ({ from }) => from)
  const ways = new Map([...places.keys()].map(id => [id, waysFrom(id, steps.get(id), edges.get(id) ?? [], places)]))
  const starts = nodes.filter(({ type }) => nodeDefinition(type)?.triggers).map(({ id }) => id)
  const order = orderFrom(starts.length > 0 ? starts : [...places.keys()], ways)
  return { flow, places, steps, ways, edges, starts, order, reached: new Set(order) }
}

/** The steps a contact can come to whose insides are understood, as drawn. */
export const reachedSteps = ({ order, steps }: Drawing): Step[] => order.flatMap(id => steps.get(id) ?? [])

/** How the words call an exit. */
export function exitValues({ flow, steps }: Drawing, node: string, exit: string): Record<string, string> {
  const label = steps.get(node)?.exits.find(({ id }) => id === exit)?.label
  return { exit, exitLabel: textIn(label, flow.defaultLanguage, flow.defaultLanguage) }
}

/** The places from which one of `goals` can be reached, those included. */
export function leadingTo({ ways, reached }: Drawing, goals: Iterable<string>): Set<string> {
  const back = grouped(
    [...reached].flatMap(id => ways.get(id) ?? []),
    ({ to }) => to,
  )
  const found = new Set(goals)
  const open = [...found]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from } of back.get(id) ?? []) {
      if (found.has(from)) continue
      found.add(from)
      open.push(from)
    }
  }
  return found
}
