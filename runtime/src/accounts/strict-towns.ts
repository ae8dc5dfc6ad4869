import type { TownStore } from '../stores/town-store.ts'

const FRESH_MS = 5_000 // other processes change it, too

/** Towns that ask for a second factor, read anew every few seconds: every request of a person without one asks. */
export function createStrictTowns(towns: Pick<TownStore, 'requiresSecondFactor'>, now: () => Date) {
  const known = new Map<string, { isStrict: Promise<boolean>; at: number }>()
  return {
    has(townKey: string): Promise<boolean> {
      const at = now().getTime()
      const before = known.get(townKey)
      if (before && Math.abs(at - before.at) < FRESH_MS) return before.isStrict
      const isStrict = towns.requiresSecondFactor(townKey)
      known.set(townKey, { isStrict, at })
      isStrict.catch(() => known.delete(townKey))
      return isStrict
    },
    forget: (townKey: string): boolean => known.delete(townKey),
  }
}
