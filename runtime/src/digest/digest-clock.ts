import { type DigestDeps, sendDueLetters } from './send-due.ts'

const SWEEP_MS = 60_000

/** Looks every minute whether weekly letters are due. Without a mailer it does nothing. */
export function createDigestClock(deps: DigestDeps | null, onFailure: (error: unknown) => void) {
  let ticking: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null

  function sweep(): Promise<void> {
    if (!deps) return Promise.resolve()
    looking ??= sendDueLetters(deps).finally(() => {
      looking = null
    })
    return looking
  }

  return {
    sweep,
    start(): void {
      if (deps) ticking = setInterval(() => void sweep().catch(onFailure), SWEEP_MS)
    },
    async stop(): Promise<void> {
      clearInterval(ticking)
      await looking?.catch(onFailure)
    },
  }
}
