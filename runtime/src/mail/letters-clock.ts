import { type Clock, createClock } from '../clock.ts'

const SWEEP_MS = 60_000

/** Looks every minute whether letters are due, of each kind. Where no mail can be sent there are none to send. */
export function createLettersClock(
  sendDue: readonly (() => Promise<void>)[],
  onFailure: (error: unknown) => void,
): Clock {
  async function work(): Promise<void> {
    const outcomes = await Promise.allSettled(sendDue.map(send => send()))
    const failed = outcomes.find(outcome => outcome.status === 'rejected')
    if (failed) throw failed.reason // after the others have had their turn
  }
  return createClock({ everyMs: SWEEP_MS, work, onFailure })
}
