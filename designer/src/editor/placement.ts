import type { Flow, FlowNode } from '@pregoner/shared'
import { z } from 'zod'
import type { Position } from './edit-nodes.ts'
import { exitsOf, isDecoration } from './exits.ts'

export const CARD_WIDTH = 260
export const ROW_HEIGHT = 32
export const HEADER_HEIGHT = 44
const BODY_HEIGHT = 72 // a bubble of two lines
const NOTE_HEIGHT = 120
const GAP_X = 100
const GAP_Y = 40
/** From one step to the next on its right. */
export const COLUMN = CARD_WIDTH + GAP_X

export interface Size {
  readonly width: number
  readonly height: number
}

const area = z.object({ width: z.number().positive(), height: z.number().positive() })

/** The size a node was given by hand, for areas drawn around steps; null for all others. */
export const ownSize = (node: FlowNode): Size | null =>
  isDecoration(node) ? (area.safeParse(node.config).data ?? null) : null

/** About how large a node is drawn, for as long as nobody has measured it. */
export const estimatedSize = (node: FlowNode): Size => {
  const own = ownSize(node)
  if (own) return own
  if (isDecoration(node)) return { width: CARD_WIDTH, height: NOTE_HEIGHT }
  return { width: CARD_WIDTH, height: HEADER_HEIGHT + BODY_HEIGHT + exitsOf(node).length * ROW_HEIGHT }
}

const AREA_PADDING = 32
const AREA_TITLE = 44
const MAX_AREA = 10_000 // the largest area the flow document admits

/** Where an area lies, and how large it is, that holds all these boxes. */
export const areaAround = (boxes: readonly (Position & Size)[]): { position: Position; size: Size } => {
  const left = Math.min(...boxes.map(box => box.x)) - AREA_PADDING
  const top = Math.min(...boxes.map(box => box.y)) - AREA_PADDING - AREA_TITLE
  const right = Math.max(...boxes.map(box => box.x + box.width)) + AREA_PADDING
  const bottom = Math.max(...boxes.map(box => box.y + box.height)) + AREA_PADDING
  return {
    position: { x: left, y: top },
    size: { width: Math.min(right - left, MAX_AREA), height: Math.min(bottom - top, MAX_AREA) },
  }
}

/** Whether two boxes lie on each other, or closer than steps should. */
export const overlaps = (a: Position, aSize: Size, b: Position, bSize: Size) =>
  a.x < b.x + bSize.width + GAP_X / 2 &&
  b.x < a.x + aSize.width + GAP_X / 2 &&
  a.y < b.y + bSize.height + GAP_Y / 2 &&
  b.y < a.y + aSize.height + GAP_Y / 2

/** The first free place from `wanted` downwards. */
export const freePlace = (flow: Flow, wanted: Position, size: Size): Position => {
  const others = flow.nodes.filter(node => !ownSize(node))
  const blocking = (place: Position) => others.find(node => overlaps(place, size, node.position, estimatedSize(node)))
  let place = wanted
  for (let blocker = blocking(place); blocker; blocker = blocking(place)) {
    place = { x: place.x, y: blocker.position.y + estimatedSize(blocker).height + GAP_Y }
  }
  return place
}

/** The place for a new step behind an exit: to the right, about as high as the exit. */
export const placeBehind = (flow: Flow, from: FlowNode, exit: string, size: Size): Position => {
  const row = Math.max(
    0,
    exitsOf(from).findIndex(({ id }) => id === exit),
  )
  const wanted = { x: from.position.x + COLUMN, y: from.position.y + row * ROW_HEIGHT * 2 }
  return freePlace(flow, wanted, size)
}

/** The nodes that lie inside an area, which move along with it. */
export const inside = (flow: Flow, frame: FlowNode): FlowNode[] => {
  const own = ownSize(frame)
  if (!own) return []
  const { x, y } = frame.position
  return flow.nodes.filter(node => {
    if (node === frame) return false
    const size = estimatedSize(node)
    const isInX = node.position.x >= x && node.position.x + size.width <= x + own.width
    return isInX && node.position.y >= y && node.position.y + size.height / 2 <= y + own.height
  })
}

/** `moved` together with what lies inside moved areas. */
export const carried = (flow: Flow, moved: ReadonlyMap<string, Position>): ReadonlyMap<string, Position> => {
  const all = new Map(moved)
  for (const frame of flow.nodes) {
    const to = moved.get(frame.id)
    if (!to || !ownSize(frame)) continue
    for (const node of inside(flow, frame)) {
      if (moved.has(node.id)) continue
      const x = node.position.x + to.x - frame.position.x
      all.set(node.id, { x, y: node.position.y + to.y - frame.position.y })
    }
  }
  return all
}
