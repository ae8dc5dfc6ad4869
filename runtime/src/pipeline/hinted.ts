import type { Hint } from '../stores/inbox-store.ts'

/** Where work waits. Who writes to us is served first; yet every other round is for the many, so that they go on, too. */
export function createHinted() {
  const people = new Map<string, Hint>()
  const bulk = new Map<string, Hint>()
  let wasForPeople = false

  return {
    add(hint: Hint): void {
      if (hint.isBulk && people.has(hint.route)) return
      if (!hint.isBulk) bulk.delete(hint.route)
      const queue = hint.isBulk ? bulk : people
      queue.set(hint.route, hint)
    },

    /** Takes the next round out. */
    next(limit: number, bulkLimit: number): Hint[] {
      const isForPeople = people.size > 0 && (bulk.size === 0 || !wasForPeople)
      wasForPeople = isForPeople
      const queue = isForPeople ? people : bulk
      const most = isForPeople ? limit : bulkLimit
      const hints: Hint[] = []
      for (const hint of queue.values()) {
        if (hints.length >= most) break
        hints.push(hint)
      }
      for (const { route } of hints) queue.delete(route)
      return hints
    },

    /** How many of one channel wait here only for a notice to many. */
    bulk(channelId: string): number {
      let count = 0
      for (const hint of bulk.values()) if (hint.channelId === channelId) count += 1
      return count
    },
    size: (): number => people.size + bulk.size,
  }
}
