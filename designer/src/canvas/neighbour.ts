import type { FlowNode } from '@pregoner/shared'
import { estimatedSize } from '../editor/placement.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const SIDEWAYS_COST = 2.5 // straight ahead counts for more than near

const middle = (node: FlowNode) => {
  const { width, height } = estimatedSize(node)
  return { x: node.position.x + width / 2, y: node.position.y + height / 2 }
}

/** The step one comes to when going from another one in a direction; null at the border. */
export const neighbour = (nodes: readonly FlowNode[], from: string, direction: Direction): string | null => {
  const start = nodes.find(({ id }) => id === from)
  if (!start) return null
  const here = middle(start)
  let best: { id: string; cost: number } | null = null
  for (const node of nodes) {
    if (node === start) continue
    const there = middle(node)
    const [dx, dy] = [there.x - here.x, there.y - here.y]
    const isAcross = direction === 'left' || direction === 'right'
    const ahead = (isAcross ? dx : dy) * (direction === 'left' || direction === 'up' ? -1 : 1)
    const aside = Math.abs(isAcross ? dy : dx)
    if (ahead <= 0) continue
    const cost = ahead + aside * SIDEWAYS_COST
    if (!best || cost < best.cost) best = { id: node.id, cost }
  }
  return best?.id ?? null
}
