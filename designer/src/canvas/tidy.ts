import type { Flow } from '@pregoner/shared'
import type { Position } from '../editor/edit-nodes.ts'
import { isDecoration } from '../editor/exits.ts'
import { areaAround, estimatedSize, ownSize, type Size } from '../editor/placement.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { holdersOf } from './holders.ts'
import { readOn } from './read-on.ts'
import { waysInOrder } from './ways-in-order.ts'

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

/** What is laid out together: its size, and where everything in it lies, areas within included. */
interface Block extends Size {
  readonly places: ReadonlyMap<string, Position>
}

/**
 * Places the steps in the order conversations pass them, from left to right or from top to bottom. What lies in an area
 * is placed on its own, and the area then as one box among its neighbours, so that areas never overlap and hold what
 * they held. The ranker is `tight-tree`: dagre's own choice takes minutes on large drawings. Notes outside areas stay.
 */
export const tidy = async (
  flow: Flow,
  sizes: ReadonlyMap<string, Size>,
  direction: TidyDirection = 'right',
): Promise<Tidied> => {
  const { graphlib, layout } = await import('@dagrejs/dagre')
  const byId = new Map(flow.nodes.map(node => [node.id, node]))
  const frames = new Set(flow.nodes.filter(ownSize).map(({ id }) => id))
  const holders = holdersOf(flow)
  const ways = waysInOrder(flow)
  const areas = new Map<string, Size>()

  const sizeOf = (id: string): Size => {
    const node = byId.get(id)
    return sizes.get(id) ?? (node ? estimatedSize(node) : { width: 0, height: 0 })
  }
  const members = new Map<string | null, string[]>()
  for (const id of readingOrder(flow)) {
    const node = byId.get(id)
    const holder = holders.get(id) ?? null
    const isLooseNote = holder === null && node !== undefined && isDecoration(node) && !frames.has(id)
    if (!isLooseNote) members.set(holder, [...(members.get(holder) ?? []), id])
  }
  /** The member of `holder` that is this node or holds it, at whatever depth. */
  const memberAt = (holder: string | null, id: string): string | null => {
    for (let at: string | null = id; at !== null; at = holders.get(at) ?? null) {
      if ((holders.get(at) ?? null) === holder) return at
    }
    return null
  }

  const framed = (id: string): Block => {
    const { places } = arranged(id)
    const boxes = [...places].map(([inner, at]) => ({ ...at, ...(areas.get(inner) ?? sizeOf(inner)) }))
    const own = byId.get(id)
    if (boxes.length === 0) return { ...((own && ownSize(own)) ?? sizeOf(id)), places: new Map() }
    const { position, size } = areaAround(boxes)
    areas.set(id, size)
    return { ...size, places: shifted(places, { x: -position.x, y: -position.y }) }
  }

  const arranged = (holder: string | null): Pick<Block, 'places'> => {
    const graph = new graphlib.Graph({ multigraph: true })
    graph.setGraph({ ranker: 'tight-tree', ...spacing[direction] })
    graph.setDefaultEdgeLabel(() => ({}))
    const blocks = new Map(
      (members.get(holder) ?? []).map((id): [string, Block] => [
        id,
        frames.has(id) ? framed(id) : { ...sizeOf(id), places: new Map() },
      ]),
    )
    for (const [id, { width, height }] of blocks) graph.setNode(id, { width, height })
    const led: [string, string][] = []
    for (const { edge, weight } of ways) {
      const [from, to] = [memberAt(holder, edge.from), memberAt(holder, edge.to)]
      if (!from || !to || from === to) continue
      led.push([from, to])
      graph.setEdge(from, to, { weight }, edge.id)
    }
    if (blocks.size > 0) layout(graph)
    const placed = new Map([...blocks].map(([id, { width, height }]) => [id, { ...graph.node(id), width, height }]))
    const places = new Map(readOn(placed, led, direction))
    for (const [id, block] of blocks) {
      for (const [inner, place] of shifted(block.places, places.get(id) ?? { x: 0, y: 0 })) places.set(inner, place)
    }
    return { places }
  }

  return { positions: arranged(null).places, areas }
}

const shifted = (places: ReadonlyMap<string, Position>, by: Position): ReadonlyMap<string, Position> =>
  new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
