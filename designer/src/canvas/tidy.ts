import type { Flow } from '@pregoner/shared'
import type { Position } from '../editor/edit-nodes.ts'
import { exitsOf, isDecoration } from '../editor/exits.ts'
import { areaAround, estimatedSize, inside, ownSize, type Size } from '../editor/placement.ts'
import { readingOrder } from '../editor/reading-order.ts'

const GAP_X = 110
const GAP_Y = 36

export interface Tidied {
  positions: ReadonlyMap<string, Position>
  /** Areas drawn anew around the steps they held. */
  areas: ReadonlyMap<string, Size>
}

/** Which way a drawing is read. */
export const directions = ['right', 'down'] as const
export type TidyDirection = (typeof directions)[number]

/** Down the page the gaps change places: room for the lines between the rows, less between neighbours. */
const spacing = {
  right: { rankdir: 'LR', nodesep: GAP_Y, ranksep: GAP_X },
  down: { rankdir: 'TB', nodesep: GAP_Y * 2, ranksep: GAP_X * 0.7 },
} as const

/**
 * Places the steps in the order conversations pass them, from left to right or from top to bottom. The ranker is `tight-tree`: dagre's own
 * choice takes minutes on large drawings. Notes stay where they are, areas follow their steps.
 */
export const tidy = async (
  flow: Flow,
  sizes: ReadonlyMap<string, Size>,
  direction: TidyDirection = 'right',
): Promise<Tidied> => {
  const { graphlib, layout } = await import('@dagrejs/dagre')
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ ranker: 'tight-tree', ...spacing[direction] })
  graph.setDefaultEdgeLabel(() => ({}))

  const byId = new Map(flow.nodes.map(node => [node.id, node]))
  const steps = readingOrder(flow)
    .flatMap(id => byId.get(id) ?? [])
    .filter(node => !isDecoration(node))
  const sizeOf = (id: string): Size => {
    const node = byId.get(id)
    return sizes.get(id) ?? (node ? estimatedSize(node) : { width: 0, height: 0 })
  }
  for (const { id } of steps) graph.setNode(id, { ...sizeOf(id) })
  for (const step of steps) {
    // In the order of the exits, so that the first option's way is drawn highest.
    for (const [index, exit] of exitsOf(step).entries()) {
      const edge = flow.edges.find(({ from, exit: by }) => from === step.id && by === exit.id)
      if (edge && edge.to !== step.id) graph.setEdge(edge.from, edge.to, { weight: index === 0 ? 2 : 1 }, edge.id)
    }
  }
  layout(graph)

  const positions = new Map<string, Position>()
  for (const { id } of steps) {
    const { x, y } = graph.node(id)
    const { width, height } = sizeOf(id)
    positions.set(id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) })
  }
  const { places, areas } = around(flow, positions, sizeOf)
  return { positions: new Map([...positions, ...places]), areas }
}

const around = (flow: Flow, positions: ReadonlyMap<string, Position>, sizeOf: (id: string) => Size) => {
  const places = new Map<string, Position>()
  const areas = new Map<string, Size>()
  for (const frame of flow.nodes.filter(ownSize)) {
    const boxes = inside(flow, frame).flatMap(({ id }) => {
      const at = positions.get(id)
      return at ? [{ ...at, ...sizeOf(id) }] : []
    })
    if (boxes.length === 0) continue
    const { position, size } = areaAround(boxes)
    places.set(frame.id, position)
    areas.set(frame.id, size)
  }
  return { places, areas }
}
