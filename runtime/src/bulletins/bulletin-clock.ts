import { type Clock, createClock } from '../clock.ts'
import { type BulletinDeps, issueDue } from './issue-due.ts'

const SWEEP_MS = 5_000

/** Looks every few seconds whether a bulletin's time has come. */
export const createBulletinClock = (deps: BulletinDeps, onFailure: (error: unknown) => void): Clock =>
  createClock({ everyMs: SWEEP_MS, work: isStopping => issueDue(deps, isStopping), onFailure })
