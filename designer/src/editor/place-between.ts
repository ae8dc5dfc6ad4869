import type { Flow, FlowNode } from '@pregoner/shared'
import { edgeOf } from './edit-edges.ts'
import { changeConfig, moveNodes, type Position } from './edit-nodes.ts'
import { isDecoration } from './exits.ts'
import {
  areaAround,
  CARD_WIDTH,
  COLUMN,
  carried,
  estimatedSize,
  freePlace,
  inside,
  overlaps,
  ownSize,
  type Size,
} from './placement.ts'

/** A place on a way for a step put between, and the drawing with room made for it. */
export interface Between {
  readonly position: Position
  readonly makeRoom: (flow: Flow) => Flow
}

/**
 * The place between a step and where its exit leads, for drawings in which that lies to the right; null for others.
 * What conversations reach from there, and lies no further left, goes one column to the right when there is no room, and
 * so does whatever stands where that comes to lie.
 */
export const placeBetween = (flow: Flow, from: FlowNode, exit: string, size: Size): Between | null => {
  const to = edgeOf(flow, from.id, exit)?.to
  const target = flow.nodes.find(({ id }) => id === to)
  if (!target || target.position.x < from.position.x + CARD_WIDTH) return null
  const wanted = { x: Math.min(target.position.x, from.position.x + COLUMN), y: target.position.y }
  const hasRoom = target.position.x >= wanted.x + COLUMN
  const reached = hasRoom ? new Set<string>() : reachedFrom(flow, target.id)
  reached.delete(from.id)
  const pushed = withThoseInTheWay(
    flow.nodes.filter(({ id, position }) => reached.has(id) && position.x >= wanted.x),
    flow.nodes.filter(node => node !== from && !ownSize(node) && node.position.x >= wanted.x),
  )
  const moved = pushedAside(flow, pushed)
  const position = freePlace(moveNodes(flow, moved), wanted, size)
  const held = { both: [from, target], box: { ...position, ...size } }
  return { position, makeRoom: drawing => grown(moveNodes(drawing, moved), drawing, moved, held) }
}

const reachedFrom = (flow: Flow, first: string): Set<string> => {
  const next = new Map<string, string[]>()
  for (const { from, to } of flow.edges) next.set(from, [...(next.get(from) ?? []), to])
  const reached = new Set([first])
  for (const id of reached) for (const to of next.get(id) ?? []) reached.add(to)
  return reached
}

const toTheRight = ({ id, position }: FlowNode): [string, Position] => [id, { x: position.x + COLUMN, y: position.y }]

const withThoseInTheWay = (first: readonly FlowNode[], all: readonly FlowNode[]): FlowNode[] => {
  const pushed = [...first]
  for (const node of pushed) {
    const [, to] = toTheRight(node)
    const size = estimatedSize(node)
    const isInTheWay = (other: FlowNode) => overlaps(to, size, other.position, estimatedSize(other))
    pushed.push(...all.filter(other => !pushed.includes(other) && isInTheWay(other)))
  }
  return pushed
}

/** Areas all of whose steps are pushed go along, with the notes in them. */
const pushedAside = (flow: Flow, pushed: readonly FlowNode[]): ReadonlyMap<string, Position> => {
  const areas = flow.nodes.filter(node => {
    const steps = inside(flow, node).filter(held => !isDecoration(held))
    return steps.length > 0 && steps.every(step => pushed.includes(step))
  })
  return carried(flow, new Map([...pushed, ...areas].map(toTheRight)))
}

/** The other areas grow around the steps they held, and around the new one where it comes between two of theirs. */
const grown = (
  after: Flow,
  before: Flow,
  moved: ReadonlyMap<string, Position>,
  { both, box }: { both: readonly FlowNode[]; box: Position & Size },
): Flow =>
  before.nodes.reduce((drawing, frame) => {
    const own = ownSize(frame)
    const members = inside(before, frame)
    const isAround = both.every(step => members.includes(step))
    const boxes = members.flatMap(member => {
      const to = moved.get(member.id)
      return to ? [{ ...to, ...estimatedSize(member) }] : []
    })
    if (!own || moved.has(frame.id) || (boxes.length === 0 && !isAround)) return drawing
    const { position, size } = areaAround(isAround ? [...boxes, box] : boxes)
    const width = Math.max(own.width, position.x + size.width - frame.position.x)
    const height = Math.max(own.height, position.y + size.height - frame.position.y)
    return changeConfig(drawing, frame.id, { ...frame.config, width, height }, [])
  }, after)
