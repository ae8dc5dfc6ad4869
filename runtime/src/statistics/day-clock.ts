import { type Clock, createClock } from '../clock.ts'
import type { DayFactsStore } from '../stores/day-facts-store.ts'
import type { TownStore } from '../stores/town-store.ts'

const SWEEP_MS = 10 * 60_000

interface DayClockDeps {
  towns: Pick<TownStore, 'list' | 'get'>
  dayFacts: Pick<DayFactsStore, 'settle'>
}

/** Counts days that are over as they come, town after town, so that nobody who opens the statistics waits for it. */
export const createDayClock = ({ towns, dayFacts }: DayClockDeps, onFailure: (error: unknown) => void): Clock =>
  createClock({
    everyMs: SWEEP_MS,
    async work(isStopping) {
      for (const { key } of await towns.list()) {
        if (isStopping()) return
        const town = await towns.get(key)
        if (town) await dayFacts.settle(key, town.timeZone, isStopping)
      }
    },
    onFailure,
  })
