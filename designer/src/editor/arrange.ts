import type { Flow, FlowNode } from '@pregoner/shared'
import type { Position } from './edit-nodes.ts'
import { referencesOf } from './exits.ts'
import { inside, type Size } from './placement.ts'

/** Ways to put several steps in line. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

/** Ways to give several steps equal gaps. */
export const distributions = ['across', 'down'] as const
export type Distribution = (typeof distributions)[number]

type SizeOf = (node: FlowNode) => Size

interface Box extends Position, Size {
  id: string
}

/** The chosen steps as boxes; what lies inside a chosen area moves along with it and is none by itself. */
export const boxesOf = (flow: Flow, ids: readonly string[], sizeOf: SizeOf): Box[] => {
  const chosen = flow.nodes.filter(({ id }) => ids.includes(id))
  const within = new Set(chosen.flatMap(node => inside(flow, node).map(({ id }) => id)))
  return chosen.filter(({ id }) => !within.has(id)).map(node => ({ id: node.id, ...node.position, ...sizeOf(node) }))
}

const right = ({ x, width }: Box) => x + width
const bottom = ({ y, height }: Box) => y + height

const placesInLine: Record<Alignment, (boxes: readonly Box[]) => (box: Box) => Position> = {
  left: boxes => {
    const edge = Math.min(...boxes.map(({ x }) => x))
    return ({ y }) => ({ x: edge, y })
  },
  right: boxes => {
    const edge = Math.max(...boxes.map(right))
    return ({ y, width }) => ({ x: edge - width, y })
  },
  centre: boxes => {
    const line = (Math.min(...boxes.map(({ x }) => x)) + Math.max(...boxes.map(right))) / 2
    return ({ y, width }) => ({ x: line - width / 2, y })
  },
  top: boxes => {
    const edge = Math.min(...boxes.map(({ y }) => y))
    return ({ x }) => ({ x, y: edge })
  },
  bottom: boxes => {
    const edge = Math.max(...boxes.map(bottom))
    return ({ x, height }) => ({ x, y: edge - height })
  },
  middle: boxes => {
    const line = (Math.min(...boxes.map(({ y }) => y)) + Math.max(...boxes.map(bottom))) / 2
    return ({ x, height }) => ({ x, y: line - height / 2 })
  },
}

/** Where the chosen steps stand once they are in line. */
export const aligned = (
  flow: Flow,
  ids: readonly string[],
  way: Alignment,
  sizeOf: SizeOf,
): ReadonlyMap<string, Position> => {
  const boxes = boxesOf(flow, ids, sizeOf)
  const place = placesInLine[way](boxes)
  return new Map(boxes.map(box => [box.id, place(box)]))
}

/** Where the chosen steps stand once the gaps between them are equal; the first and the last stay. */
export const distributed = (
  flow: Flow,
  ids: readonly string[],
  way: Distribution,
  sizeOf: SizeOf,
): ReadonlyMap<string, Position> => {
  const isAcross = way === 'across'
  const start = ({ x, y }: Position) => (isAcross ? x : y)
  const length = ({ width, height }: Size) => (isAcross ? width : height)
  const boxes = boxesOf(flow, ids, sizeOf).sort((a, b) => start(a) - start(b))
  const [first] = boxes
  const last = boxes.at(-1)
  if (!first || !last || boxes.length < 3) return new Map()
  const filled = boxes.reduce((sum, box) => sum + length(box), 0)
  const gap = (start(last) + length(last) - start(first) - filled) / (boxes.length - 1)
  let at = start(first)
  return new Map(
    boxes.map(box => {
      const place = isAcross ? { x: at, y: box.y } : { x: box.x, y: at }
      at += length(box) + gap
      return [box.id, place]
    }),
  )
}

/** A step and every step a conversation may come to after it, by an edge or by a jump. */
export const following = (flow: Flow, from: string): string[] => {
  const targets = new Map(flow.nodes.map(node => [node.id, jumpsOf(node)]))
  for (const { from: start, to } of flow.edges) targets.get(start)?.push(to)
  const found = new Set([from])
  for (const id of found) for (const to of targets.get(id) ?? []) found.add(to) // grows while it is walked
  return flow.nodes.map(({ id }) => id).filter(id => found.has(id))
}

const jumpsOf = (node: FlowNode): string[] =>
  referencesOf(node).flatMap(({ kind, id }) => (kind === 'node' ? [id] : []))
