/** Something that is looked after again and again while the server runs. */
export interface Clock {
  /** Does what is due now; whoever asks while it is being done waits for the same. */
  sweep(): Promise<void>
  start(): void
  /** Ends when nothing is being done any more. */
  stop(): Promise<void>
}

interface ClockOptions {
  everyMs: number
  /** Does what is due; `isStopping` says when to leave the rest for the next start. */
  work(isStopping: () => boolean): Promise<void>
  onFailure(error: unknown): void
}

/** Looks at once and then every so often whether something is due; never twice at a time. Several processes may look. */
export function createClock({ everyMs, work, onFailure }: ClockOptions): Clock {
  let ticking: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  let isStopping = false

  function sweep(): Promise<void> {
    working ??= work(() => isStopping).finally(() => {
      working = null
    })
    return working
  }
  const look = () => void sweep().catch(onFailure)

  return {
    sweep,
    start(): void {
      look()
      ticking = setInterval(look, everyMs)
    },
    async stop(): Promise<void> {
      isStopping = true
      clearInterval(ticking)
      await working?.catch(onFailure)
    },
  }
}
