import type { Place } from './places.ts'

/**
 * Groups of places that lead to one another, among those `inside`; each group after those that lead to it (Tarjan, without
 * recursion, so that a drawing of thousands of steps is no matter).
 */
export function componentsOf(places: readonly Place[], inside: ReadonlySet<number>): number[][] {
  const order = new Map<number, number>()
  const low = new Map<number, number>()
  const stack: number[] = []
  const onStack = new Set<number>()
  const found: number[][] = []
  for (const root of inside) {
    if (order.has(root)) continue
    const open: { at: number; next: number }[] = [{ at: root, next: 0 }]
    while (open.length > 0) {
      const top = open[open.length - 1]
      if (!top) break
      const { at } = top
      if (top.next === 0) {
        order.set(at, order.size)
        low.set(at, order.get(at) ?? 0)
        stack.push(at)
        onStack.add(at)
      }
      const way = places[at]?.ways[top.next++]
      if (way) {
        if (!inside.has(way.to)) continue
        if (!order.has(way.to)) open.push({ at: way.to, next: 0 })
        else if (onStack.has(way.to)) low.set(at, Math.min(low.get(at) ?? 0, order.get(way.to) ?? 0))
        continue
      }
      open.pop()
      const parent = open[open.length - 1]
      if (parent) low.set(parent.at, Math.min(low.get(parent.at) ?? 0, low.get(at) ?? 0))
      if (low.get(at) !== order.get(at)) continue
      const group: number[] = []
      for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
        onStack.delete(one)
        group.push(one)
        if (one === at) break
      }
      found.push(group)
    }
  }
  return found.reverse()
}
