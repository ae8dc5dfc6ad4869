import type { FlowNode } from '@pregoner/shared'
import type { Position } from '../editor/edit-nodes.ts'
import { exitsOf } from '../editor/exits.ts'
import { CARD_WIDTH, HEADER_HEIGHT, ROW_HEIGHT } from '../editor/placement.ts'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'

interface Box {
  node: FlowNode
  x: number
  y: number
  width: number
  height: number
}

const boxOf = ({ position, measured, initialWidth, initialHeight, data }: CanvasNode): Box => ({
  node: data.node,
  ...position,
  width: measured?.width ?? initialWidth ?? CARD_WIDTH,
  height: measured?.height ?? initialHeight ?? HEADER_HEIGHT,
})

/** Straight from the exit to the step: curves cost ten times as much to draw, and nobody sees them from afar. */
const endsOf = ({ sourceHandle }: CanvasEdge, from: Box, to: Box): readonly [Position, Position] => {
  const exits = exitsOf(from.node)
  const row = exits.findIndex(({ id }) => id === sourceHandle)
  const y = from.y + from.height - (exits.length - row - 0.5) * ROW_HEIGHT
  return [
    { x: from.x + from.width, y },
    { x: to.x, y: to.y + HEADER_HEIGHT / 2 },
  ]
}

export interface FarWay {
  id: string
  ends: readonly [Position, Position]
  isLit: boolean
  isSelected: boolean
  heat: number | null
  width: number
}

/** The ways as lines and nothing else: what can be pointed at costs every move. */
export function farWays(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): FarWay[] {
  const boxes = new Map(nodes.map(node => [node.id, boxOf(node)]))
  return edges.flatMap(edge => {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)]
    if (!from || !to || !edge.data) return []
    const { isLit, heat, width } = edge.data
    const ends = endsOf(edge, from, to)
    return [{ id: edge.id, ends, isLit, isSelected: edge.selected === true, heat, width }]
  })
}

const distance = ({ x, y }: Position, [from, to]: FarWay['ends']): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy)
}

/** The way nearest to a point, when it is within reach. */
export function wayAt(ways: readonly FarWay[], point: Position, reach: number): string | null {
  let nearest: { id: string | null; away: number } = { id: null, away: reach }
  for (const { id, ends } of ways) {
    const away = distance(point, ends)
    if (away <= nearest.away) nearest = { id, away }
  }
  return nearest.id
}
