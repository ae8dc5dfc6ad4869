interface Waiting<Item> {
  items: readonly Item[]
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Joins all calls of one event-loop tick into one: many webhooks share one insert. Every caller gets the fate of the
 * shared call. While one call is under way the next ones gather, so that load makes batches larger, not more.
 */
export function perTick<Item>(run: (items: Item[]) => Promise<void>): (items: readonly Item[]) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let isBusy = false

  async function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    try {
      await run(batch.flatMap(({ items }) => items))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    if (waiting.length > 0) setImmediate(flush)
    else isBusy = false
  }

  return items =>
    new Promise((resolve, reject) => {
      if (items.length === 0) return resolve()
      waiting.push({ items, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(flush)
    })
}
