import type { Position } from '../editor/edit-nodes.ts'
import type { Size } from '../editor/placement.ts'
import type { TidyDirection } from './tidy.ts'

/** A box by its middle, as layouts place it. */
export type Placed = Position & Size

/**
 * Layouts keep lines from crossing and do not mind which side is up: when more of the ways that leave one step in a row
 * are met in the wrong order than in the right one, all is mirrored. What stands in one column, or row, begins on one line.
 */
export function readOn(
  placed: ReadonlyMap<string, Placed>,
  ways: readonly (readonly [from: string, to: string])[],
  direction: TidyDirection,
): ReadonlyMap<string, Position> {
  const [along, across, length] =
    direction === 'right' ? (['x', 'y', 'width'] as const) : (['y', 'x', 'height'] as const)
  const turns = ways.map(([from, to], index) => {
    const [a, b] = [placed.get(to), placed.get(ways[index + 1]?.[1] ?? '')]
    return a && b && ways[index + 1]?.[0] === from ? Math.sign(b[across] - a[across]) : 0
  })
  const sign = turns.reduce((sum, turn) => sum + turn, 0) < 0 ? -1 : 1
  const begins = new Map<number, number>()
  for (const box of placed.values()) {
    const rank = Math.round(box[along])
    begins.set(rank, Math.min(begins.get(rank) ?? Number.POSITIVE_INFINITY, box[along] - box[length] / 2))
  }
  return new Map(
    [...placed].map(([id, box]) => {
      const start = Math.round(begins.get(Math.round(box[along])) ?? 0)
      const middle = sign * box[across]
      return [
        id,
        direction === 'right'
          ? { x: start, y: Math.round(middle - box.height / 2) }
          : { x: Math.round(middle - box.width / 2), y: start },
      ]
    }),
  )
}
