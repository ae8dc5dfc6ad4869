import { isMore } from './level.ts'
import { begin, ended, goneQuietly, type Stand, type Walking } from './walk.ts'

/** The way on which least is said from a place to an end, or back to where the way has been; null when there is none. */
export function shortestWay(walking: Walking, start: number): Stand | null {
  const { places } = walking
  const known = new Map<number, Stand>([[start, begin(start)]])
  const byCount: number[][] = [[start]]
  const done = new Set<number>()
  let best: Stand | null = null
  for (let count = 0; count < byCount.length; count++) {
    const open = byCount[count] ?? []
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const stand = known.get(at)
      if (!stand || stand.count !== count || done.has(at)) continue
      done.add(at)
      if (places[at]?.mayEnd) {
        const end = ended(walking, stand, false)
        if (!best || isMore(best, end)) best = end
      }
      for (const way of places[at]?.ways ?? []) {
        const next = goneQuietly(walking, stand, way)
        const before = known.get(way.to)
        if (done.has(way.to) || (before && !isMore(before, next))) continue
        known.set(way.to, next)
        byCount[next.count] ??= []
        byCount[next.count]?.push(way.to)
      }
    }
  }
  return best
}
