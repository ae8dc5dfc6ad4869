import type { Rate } from './rate.ts'

/** Those who wait for a place on one channel. What answers a person goes before what is said to many. */
export interface Line {
  /** Kept when it is this conversation's turn. */
  turn(convId: string, isBulk: boolean): Promise<void>
  /** Somebody waits for what this conversation has to say: it goes before the many. */
  hurry(convId: string): void
}

export function createLine(rate: Rate, clock: () => number = () => performance.now()): Line {
  const answers = new Map<string, () => void>()
  const bulk = new Map<string, () => void>()
  let moving: NodeJS.Timeout | null = null

  function move(): void {
    moving = null
    for (;;) {
      const queue = answers.size > 0 ? answers : bulk
      const [first] = queue
      if (!first) return
      const pauseMs = rate.take(clock())
      if (pauseMs > 0) {
        moving = setTimeout(move, pauseMs)
        return
      }
      const [convId, go] = first
      queue.delete(convId)
      go()
    }
  }

  return {
    turn: (convId, isBulk) =>
      new Promise(resolve => {
        const queue = isBulk ? bulk : answers
        queue.set(convId, resolve)
        if (!moving) move()
      }),

    hurry(convId) {
      const go = bulk.get(convId)
      if (!go) return
      bulk.delete(convId)
      answers.set(convId, go)
    },
  }
}
