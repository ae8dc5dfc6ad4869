const REST = 10 // times what counting took: watching a flow may cost a tenth of the database's time, not more
const MAX_REST_MS = 12_000 // less than a browser waits for an answer

/**
 * Counts for many watchers at once: whoever asks while nothing has begun shares the next count, which begins when the
 * one before has rested. What anybody gets was counted after they asked, so nobody is left with an old figure.
 */
export function createPaced<Value>() {
  const turns = new Map<string, { turn: { hasBegun: boolean; restsUntil: number }; counted: Promise<Value> }>()

  return (key: string, count: () => Promise<Value>): Promise<Value> => {
    const last = turns.get(key)
    if (last && !last.turn.hasBegun) return last.counted
    const turn = { hasBegun: false, restsUntil: 0 }

    async function counting(): Promise<Value> {
      await last?.counted.catch(() => {})
      const rest = (last?.turn.restsUntil ?? 0) - performance.now()
      if (rest > 0) await new Promise(resolve => setTimeout(resolve, rest))
      turn.hasBegun = true
      const begun = performance.now()
      try {
        return await count()
      } finally {
        const ended = performance.now()
        const restMs = Math.min(MAX_REST_MS, (ended - begun) * REST)
        turn.restsUntil = ended + restMs
        setTimeout(() => turns.get(key)?.turn === turn && turns.delete(key), restMs).unref()
      }
    }

    const counted = counting()
    turns.set(key, { turn, counted })
    return counted
  }
}
