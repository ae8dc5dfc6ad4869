import type { Flow, FlowNode } from '@pregoner/shared'
import { inside, ownSize } from '../editor/placement.ts'

/** The area each node lies in: of several the smallest, and never one that lies in the node itself. */
export const holdersOf = (flow: Flow): ReadonlyMap<string, string> => {
  const surface = (frame: FlowNode) => {
    const size = ownSize(frame)
    return size ? size.width * size.height : 0
  }
  const frames = flow.nodes.filter(ownSize).sort((a, b) => surface(a) - surface(b))
  const rank = new Map(frames.map(({ id }, index) => [id, index]))
  const holders = new Map<string, string>()
  for (const [index, frame] of frames.entries()) {
    for (const { id } of inside(flow, frame)) {
      if (!holders.has(id) && (rank.get(id) ?? -1) < index) holders.set(id, frame.id)
    }
  }
  return holders
}
