import type { FlowNode } from '@pregoner/shared'
import { type NodeHandle, Position } from '@xyflow/react'
import { canBeEntered, exitsOf } from '../editor/exits.ts'
import { CARD_WIDTH, HEADER_HEIGHT, ROW_HEIGHT, type Size } from '../editor/placement.ts'
import { ENTRY } from './canvas-edge.ts'

const DOT = 12 // pixels, as the style sheet draws a handle

const dot = (id: string, type: NodeHandle['type'], middleX: number, middleY: number): NodeHandle => ({
  ...{ id, type, position: type === 'target' ? Position.Left : Position.Right },
  ...{ x: middleX - DOT / 2, y: middleY - DOT / 2, width: DOT, height: DOT },
})

/**
 * Where the handles of a card will be, for as long as nobody has drawn it: without them React Flow draws every card of
 * the drawing once to see.
 */
export function expectedHandles(node: FlowNode, { height }: Size): NodeHandle[] {
  const exits = exitsOf(node)
  const top = height - exits.length * ROW_HEIGHT
  return [
    ...(canBeEntered(node) ? [dot(ENTRY, 'target', 0, HEADER_HEIGHT / 2)] : []),
    ...exits.map(({ id }, row) => dot(id, 'source', CARD_WIDTH, top + (row + 0.5) * ROW_HEIGHT)),
  ]
}
