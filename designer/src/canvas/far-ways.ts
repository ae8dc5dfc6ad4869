import type { FlowNode } from '@pregoner/shared'
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
const pathOf = ({ sourceHandle }: CanvasEdge, from: Box, to: Box): string => {
  const exits = exitsOf(from.node)
  const row = exits.findIndex(({ id }) => id === sourceHandle)
  const sourceY = from.y + from.height - (exits.length - row - 0.5) * ROW_HEIGHT
  return `M${from.x + from.width},${sourceY}L${to.x},${to.y + HEADER_HEIGHT / 2}`
}

export interface FarWay {
  id: string
  path: string
  isLit: boolean
  isSelected: boolean
  heat: number | null
  width: number
}

/** The ways as lines and nothing else: from afar nobody points at one, and what can be pointed at costs every move. */
export function farWays(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): FarWay[] {
  const boxes = new Map(nodes.map(node => [node.id, boxOf(node)]))
  return edges.flatMap(edge => {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)]
    if (!from || !to || !edge.data) return []
    const { isLit, heat, width } = edge.data
    const path = pathOf(edge, from, to)
    return [{ id: edge.id, path, isLit, isSelected: edge.selected === true, heat, width }]
  })
}
