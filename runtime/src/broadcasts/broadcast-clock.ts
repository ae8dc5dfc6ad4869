import { type Clock, createClock } from '../clock.ts'
import { type PlannedDeps, sendPlanned } from './send-planned.ts'

const SWEEP_MS = 1_000

interface ClockDeps extends PlannedDeps {
  /** There is something to send. */
  onBroadcast: () => void
  onFailure: (error: unknown) => void
}

/** Looks every second whether a planned notice's time has come. */
export function createBroadcastClock(deps: ClockDeps): Clock {
  async function work(): Promise<void> {
    if (await sendPlanned(deps)) deps.onBroadcast()
  }
  return createClock({ everyMs: SWEEP_MS, work, onFailure: deps.onFailure })
}
