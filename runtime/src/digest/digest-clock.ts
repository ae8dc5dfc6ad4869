import { type Clock, createClock } from '../clock.ts'
import { type DigestDeps, sendDueLetters } from './send-due.ts'

const SWEEP_MS = 60_000

/** Looks every minute whether weekly letters are due. Without a mailer it does nothing. */
export const createDigestClock = (deps: DigestDeps | null, onFailure: (error: unknown) => void): Clock =>
  createClock({ everyMs: SWEEP_MS, work: async () => void (deps && (await sendDueLetters(deps))), onFailure })
