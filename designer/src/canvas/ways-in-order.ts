import type { Edge, Flow } from '@pregoner/shared'
import { edgeOf } from '../editor/edit-edges.ts'
import { exitsOf, isDecoration } from '../editor/exits.ts'
import { readingOrder } from '../editor/reading-order.ts'

/** The ways as they are read, in the order of the exits, so that the first option's way is drawn highest and straightest. */
export const waysInOrder = (flow: Flow): { edge: Edge; weight: number }[] => {
  const byId = new Map(flow.nodes.map(node => [node.id, node]))
  return readingOrder(flow).flatMap(id => {
    const step = byId.get(id)
    if (!step || isDecoration(step)) return []
    return exitsOf(step).flatMap((exit, index) => {
      const edge = edgeOf(flow, id, exit.id)
      return edge && byId.has(edge.to) ? [{ edge, weight: index === 0 ? 2 : 1 }] : []
    })
  })
}
