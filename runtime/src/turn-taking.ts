import { setImmediate } from 'node:timers/promises'

const STRETCH_MS = 10 // citizens' messages wait no longer than this for long work

/** Long work in pieces, with others' turns in between. */
export function createTurnTaking() {
  let begun = performance.now()
  let spentMs = 0
  return {
    /** Lets others have their turn when this work has gone on for a while; tells how long it has taken by itself so far. */
    async pause(): Promise<number> {
      const ms = performance.now() - begun
      if (ms < STRETCH_MS) return spentMs + ms
      spentMs += ms
      await setImmediate()
      begun = performance.now()
      return spentMs
    },
  }
}
