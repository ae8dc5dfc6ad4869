const MINUTE_MS = 60_000
const MAX_KEYS = 50_000 // about 5 MB; beyond, everybody starts afresh

/** So many a minute per key, counted in whole minutes. */
export function createAllowance() {
  let minute = 0
  let taken = new Map<string, number>()

  return {
    /** Takes one; false when this minute's are used up. */
    take(key: string, perMinute: number, now: Date): boolean {
      const current = Math.floor(now.getTime() / MINUTE_MS)
      if (current !== minute || taken.size > MAX_KEYS) taken = new Map()
      minute = current
      const count = (taken.get(key) ?? 0) + 1
      taken.set(key, count)
      return count <= perMinute
    },

    /** Whether this minute's are used up; takes none. */
    isUsedUp: (key: string, perMinute: number, now: Date): boolean =>
      Math.floor(now.getTime() / MINUTE_MS) === minute && (taken.get(key) ?? 0) >= perMinute,
  }
}
