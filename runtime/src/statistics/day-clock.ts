import type { DayFactsStore } from '../stores/day-facts-store.ts'
import type { TownStore } from '../stores/town-store.ts'

const SWEEP_MS = 10 * 60_000

export interface DayClockDeps {
  towns: Pick<TownStore, 'list' | 'get'>
  dayFacts: Pick<DayFactsStore, 'settle'>
}

/** Counts days that are over as they come, town after town, so that nobody who opens the statistics waits for it. */
export function createDayClock({ towns, dayFacts }: DayClockDeps, onFailure: (error: unknown) => void) {
  let ticking: NodeJS.Timeout | undefined
  let counting: Promise<void> | null = null
  let isStopped = false

  async function count(): Promise<void> {
    for (const { key } of await towns.list()) {
      if (isStopped) return
      const town = await towns.get(key)
      if (town) await dayFacts.settle(key, town.timeZone, () => isStopped)
    }
  }

  function sweep(): Promise<void> {
    counting ??= count().finally(() => {
      counting = null
    })
    return counting
  }

  return {
    sweep,
    start(): void {
      const look = () => void sweep().catch(onFailure)
      ticking = setInterval(look, SWEEP_MS)
      look()
    },
    async stop(): Promise<void> {
      isStopped = true
      clearInterval(ticking)
      await counting?.catch(onFailure)
    },
  }
}
