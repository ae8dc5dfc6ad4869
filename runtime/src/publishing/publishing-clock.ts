import { type Clock, createClock } from '../clock.ts'
import { type DueDeps, publishDue } from './publish-due.ts'

const SWEEP_MS = 3_000

/** Looks every few seconds whether a scheduled drawing's time has come. */
export const createPublishingClock = (deps: DueDeps, onFailure: (error: unknown) => void): Clock =>
  createClock({
    everyMs: SWEEP_MS,
    async work(isStopping) {
      while (!isStopping() && (await publishDue(deps)));
    },
    onFailure,
  })
