const INTERVAL_MS = 1_000

export type Throttled = ReturnType<typeof createThrottled>

/** Sends at most once a second per key, and always once more after the last request. */
export function createThrottled() {
  const waiting = new Map<string, { timer: NodeJS.Timeout; send: (() => void) | null }>()

  function open(key: string): void {
    const timer = setTimeout(() => {
      const send = waiting.get(key)?.send
      waiting.delete(key)
      if (!send) return
      send()
      open(key)
    }, INTERVAL_MS)
    timer.unref()
    waiting.set(key, { timer, send: null })
  }

  return {
    send(key: string, send: () => void): void {
      const kept = waiting.get(key)
      if (kept) {
        kept.send = send
        return
      }
      send()
      open(key)
    },
    close(): void {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
