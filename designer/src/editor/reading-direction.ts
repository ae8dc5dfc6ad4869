import type { Flow } from '@pregoner/shared'
import { estimatedSize } from './placement.ts'
import { shapeOf } from './shape.ts'

const known = new WeakMap<Flow, boolean>()

const look = (flow: Flow): boolean => {
  const boxes = new Map(flow.nodes.map(node => [node.id, { ...node.position, ...estimatedSize(node) }]))
  let balance = 0
  for (const { from, to } of flow.edges) {
    const [start, end] = [boxes.get(from), boxes.get(to)]
    if (!start || !end || start === end) continue
    const isRight = end.x >= start.x + start.width
    const isBelow = end.y >= start.y + start.height
    if (isRight !== isBelow) balance += isBelow ? 1 : -1
  }
  return balance > 0
}

/** Whether a drawing is read from top to bottom rather than from left to right: what most of its ways do. */
export const readsDownwards = (flow: Flow): boolean => {
  const shape = shapeOf(flow)
  const before = known.get(shape)
  if (before !== undefined) return before
  const isDown = look(shape)
  known.set(shape, isDown)
  return isDown
}
