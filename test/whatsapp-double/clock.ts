/** Time as the double sees it: windows, limits, expiries, delays and timestamps all ask here. */
export interface Clock {
  now(): Date
  /** Runs once after `ms`; the answer cancels it. A wait of 0 ms never needs a clock to be moved. */
  after(ms: number, run: () => void): () => void
}

export interface ManualClock extends Clock {
  /** Moves time on, running what falls due in its order. */
  advance(ms: number): void
  /** Puts the clock to another moment, even an earlier one; nothing falls due by it. */
  set(at: Date): void
}

const startTimer = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export const systemClock: Clock = { now: () => new Date(), after: startTimer }

/** A clock on which `speed` hours pass in one; 3,600 makes an hour a second. */
export function fastClock(speed: number, start = new Date()): Clock {
  const began = Date.now()
  return {
    now: () => new Date(start.getTime() + (Date.now() - began) * speed),
    after: (ms, run) => startTimer(ms / speed, run),
  }
}

/** A clock that stands still until `advance` is called. */
export function manualClock(start: Date): ManualClock {
  let nowMs = start.getTime()
  let waiting: { dueMs: number; run: () => void }[] = []
  return {
    now: () => new Date(nowMs),
    after(ms, run) {
      if (ms <= 0) return startTimer(0, run)
      const entry = { dueMs: nowMs + ms, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(other => other !== entry)
      }
    },
    advance(ms) {
      const endMs = nowMs + ms
      for (;;) {
        const next = waiting.filter(entry => entry.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (!next) break
        waiting = waiting.filter(entry => entry !== next)
        nowMs = next.dueMs
        next.run()
      }
      nowMs = endMs
    },
    set(at) {
      nowMs = at.getTime()
    },
  }
}
