const SHARE_OF_LIMIT = 0.9 // inbound counts against the platform's limit too
const MIN_PER_SECOND = 1
const RECOVERY_PER_SECOND = 0.05

/** How fast one channel may send: halves when the platform says it is too fast, then recovers by 5 % a second. */
export interface Rate {
  /** Takes the next place in the row; tells in how many milliseconds it comes. */
  take(now: number): number
  slowDown(now: number): void
}

/** `limit` is the platform's, in messages a second. */
export function createRate(limit: number): Rate {
  const full = limit * SHARE_OF_LIMIT
  let perSecond = full
  let tokens = full
  let refilledAt = 0

  function refill(now: number): void {
    const seconds = refilledAt === 0 ? 0 : Math.max(0, now - refilledAt) / 1000
    perSecond = Math.min(full, perSecond * (1 + RECOVERY_PER_SECOND * seconds))
    tokens = Math.min(perSecond, tokens + perSecond * seconds)
    refilledAt = now
  }

  return {
    take(now) {
      refill(now)
      tokens -= 1
      return tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000)
    },
    slowDown(now) {
      refill(now)
      perSecond = Math.max(MIN_PER_SECOND, perSecond / 2)
      tokens = Math.min(tokens, 0)
    },
  }
}
