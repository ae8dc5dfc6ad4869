import { type DueDeps, publishDue } from './publish-due.ts'

const SWEEP_MS = 3_000

/** Looks every few seconds whether a scheduled drawing's time has come. Several processes may look. */
export function createPublishingClock(deps: DueDeps, onFailure: (error: unknown) => void) {
  let ticking: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    while (await publishDue(deps));
  }

  function sweep(): Promise<void> {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    sweep,
    start(): void {
      ticking = setInterval(() => void sweep().catch(onFailure), SWEEP_MS)
    },
    async stop(): Promise<void> {
      clearInterval(ticking)
      await looking?.catch(onFailure)
    },
  }
}
