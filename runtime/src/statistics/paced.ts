/** How long nobody counts again: so many times what counting took, but never longer than this. */
export interface Pace {
  rest: number
  maxRestMs: number
}

/** Watching a flow may cost a tenth of the database's time, not more; a browser waits longer than this for an answer. */
const WATCHING: Pace = { rest: 10, maxRestMs: 12_000 }

/**
 * Counts for many watchers at once: whoever asks while nothing has begun shares the next count, which begins when the
 * one before has rested. What anybody gets was counted after they asked, so nobody is left with an old figure.
 */
export function createPaced<Value>({ rest, maxRestMs }: Pace = WATCHING) {
  const turns = new Map<string, { turn: { hasBegun: boolean; restsUntil: number }; counted: Promise<Value> }>()

  return (key: string, count: () => Promise<Value>): Promise<Value> => {
    const last = turns.get(key)
    if (last && !last.turn.hasBegun) return last.counted
    const turn = { hasBegun: false, restsUntil: 0 }

    async function counting(): Promise<Value> {
      await last?.counted.catch(() => {})
      const leftMs = (last?.turn.restsUntil ?? 0) - performance.now()
      if (leftMs > 0) await new Promise(resolve => setTimeout(resolve, leftMs))
      turn.hasBegun = true
      const begun = performance.now()
      try {
        return await count()
      } finally {
        const ended = performance.now()
        const restMs = Math.min(maxRestMs, (ended - begun) * rest)
        turn.restsUntil = ended + restMs
        setTimeout(() => turns.get(key)?.turn === turn && turns.delete(key), restMs).unref()
      }
    }

    const counted = counting()
    turns.set(key, { turn, counted })
    return counted
  }
}
