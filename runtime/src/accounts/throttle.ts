export interface ThrottleLimits {
  /** Attempts that cost nothing. */
  free: number
  /** The first delay; every further attempt doubles it. */
  firstDelaySeconds: number
  longestDelaySeconds: number
}

interface Tries {
  count: number
  /** Nothing is tried before this time, in milliseconds. */
  nextAt: number
  lastAt: number
}

const MAX_KEYS = 50_000 // about 10 MB; beyond, the least recently tried is forgotten
const FORGET_AFTER_MS = 60 * 60_000

/** Slows repeated attempts under one key down. An attempt counts before its outcome is known, so that many at once do not slip through. */
export function createThrottle({ free, firstDelaySeconds, longestDelaySeconds }: ThrottleLimits) {
  const tries = new Map<string, Tries>()

  return {
    /** Seconds to wait before this attempt may be made; 0 counts it and lets it through. */
    attempt(key: string, now: Date): number {
      const at = now.getTime()
      const before = tries.get(key)
      const known = before && at - before.lastAt < FORGET_AFTER_MS ? before : { count: 0, nextAt: 0, lastAt: at }
      if (at < known.nextAt) return Math.ceil((known.nextAt - at) / 1_000)

      const count = known.count + 1
      const delaySeconds = count < free ? 0 : Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (count - free))
      tries.delete(key)
      tries.set(key, { count, nextAt: at + delaySeconds * 1_000, lastAt: at })
      const oldest = tries.keys().next().value
      if (tries.size > MAX_KEYS && oldest !== undefined) tries.delete(oldest)
      return 0
    },

    /** Takes an attempt that succeeded back. */
    refund(key: string): void {
      const known = tries.get(key)
      if (known) tries.set(key, { ...known, count: known.count - 1, nextAt: 0 })
    },

    /** After a success the key starts afresh. */
    forget(key: string): void {
      tries.delete(key)
    },
  }
}
