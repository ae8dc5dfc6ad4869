const SHARE_OF_LIMIT = 0.9 // inbound counts against the platform's limit too
const MIN_PER_SECOND = 1
const RECOVERY_PER_SECOND = 0.05

/** How fast one channel may send: halves when the platform says it is too fast, then recovers by 5 % a second. */
export interface Rate {
  /** Takes a place, and tells 0; where there is none takes nothing, and tells in how many milliseconds there is one. */
  take(now: number): number
  slowDown(now: number): void
  /** Another level of the number, in messages a second. What was slowed down goes on recovering from where it is. */
  limitTo(limit: number): void
}

/** `limit` is the platform's, in messages a second. What is saved up never takes one second above it. */
export function createRate(limit: number): Rate {
  let full = limit * SHARE_OF_LIMIT
  let most = mostSaved(limit)
  let perSecond = full
  let tokens = most
  let refilledAt = 0

  function refill(now: number): void {
    const seconds = refilledAt === 0 ? 0 : Math.max(0, now - refilledAt) / 1000
    perSecond = Math.min(full, perSecond * (1 + RECOVERY_PER_SECOND * seconds))
    tokens = Math.min(most, tokens + perSecond * seconds)
    refilledAt = now
  }

  return {
    take(now) {
      refill(now)
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1000)
      tokens -= 1
      return 0
    },
    slowDown(now) {
      refill(now)
      perSecond = Math.max(MIN_PER_SECOND, perSecond / 2)
      tokens = Math.min(tokens, 0)
    },
    limitTo(next) {
      if (next * SHARE_OF_LIMIT === full) return
      if (perSecond === full) perSecond = next * SHARE_OF_LIMIT
      full = next * SHARE_OF_LIMIT
      most = mostSaved(next)
    },
  }
}

const mostSaved = (limit: number): number => Math.max(1, limit * (1 - SHARE_OF_LIMIT))
