import type { Retention } from './retention.ts'

const SWEEP_MS = 60_000

export type RetentionClock = ReturnType<typeof createRetentionClock>

/** Looks every minute whether something has been kept long enough somewhere; never twice at once. */
export function createRetentionClock(
  retention: Pick<Retention, 'orderNights' | 'sweep' | 'stop'>,
  onFailure: (error: unknown) => void,
) {
  let ticking: NodeJS.Timeout | undefined
  let isAsked = false
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false
      await retention.sweep().catch(onFailure)
    }
  }

  /** Has carried out, when it resolves, whatever was ordered before. */
  function wake(): Promise<void> {
    isAsked = true
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function sweep(): Promise<void> {
    await retention.orderNights().catch(onFailure)
    await wake()
  }

  return {
    wake,
    sweep,
    start(): void {
      ticking = setInterval(() => void sweep(), SWEEP_MS)
    },
    async stop(): Promise<void> {
      clearInterval(ticking)
      retention.stop()
      isAsked = false
      await running
    },
  }
}
