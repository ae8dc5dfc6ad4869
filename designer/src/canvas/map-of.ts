import type { Flow, NodeFamily } from '@pregoner/shared'
import { isDecoration } from '../editor/exits.ts'
import { familyOf } from '../editor/labels.ts'
import { estimatedSize, ownSize, type Size } from '../editor/placement.ts'

/** A rectangle of the drawing. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** All steps of one family as one shape, which costs no more for a thousand steps than for ten. */
export interface MapLayer {
  key: NodeFamily | 'area'
  path: string
}

export interface DrawingMap {
  bounds: Area
  layers: MapLayer[]
}

/** The smallest rectangle around both. */
export const around = (a: Area, b: Area): Area => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    ...{ x, y },
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** What the small map shows of a drawing. */
export function mapOf({ nodes }: Pick<Flow, 'nodes'>, measured: ReadonlyMap<string, Size>): DrawingMap {
  const paths = new Map<MapLayer['key'], string[]>()
  let bounds: Area | null = null
  for (const node of nodes) {
    const { x, y } = node.position
    const { width, height } = ownSize(node) ?? measured.get(node.id) ?? estimatedSize(node)
    const key = isDecoration(node) && ownSize(node) ? 'area' : familyOf(node.type)
    const box = { x, y, width, height }
    bounds = bounds ? around(bounds, box) : box
    const drawn = paths.get(key) ?? []
    drawn.push(`M${x},${y}h${width}v${height}h${-width}z`)
    paths.set(key, drawn)
  }
  const layers = Array.from(paths, ([key, parts]) => ({ key, path: parts.join('') }))
  return { bounds: bounds ?? { x: 0, y: 0, width: 0, height: 0 }, layers }
}
