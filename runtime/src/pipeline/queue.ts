const CLAIM_MS = 90_000 // longer than any one job may take; a failed one is tried again after it

export interface Job {
  _id: string
  attempts: number
}

export interface QueueDeps<Claimed extends Job> {
  claim: (now: Date, until: Date) => Promise<Claimed | null>
  /** Does the job. Throws to have it tried again later. */
  work: (job: Claimed) => Promise<void>
  /** What is done when it has failed too often; the job is finished then. */
  giveUp: (job: Claimed) => Promise<void>
  maxAttempts: number
  parallel: number
  now: () => Date
  onFailure: (error: unknown) => void
}

/** Works off jobs whose order does not matter: fetching files, calling services. A crash leaves them in the database. */
export function createQueue<Claimed extends Job>(deps: QueueDeps<Claimed>) {
  let running = 0
  let isStopped = false

  async function one(): Promise<boolean> {
    const now = deps.now()
    const job = await deps.claim(now, new Date(now.getTime() + CLAIM_MS))
    if (!job) return false
    try {
      await deps.work(job)
    } catch (error) {
      deps.onFailure(error)
      if (job.attempts >= deps.maxAttempts) await deps.giveUp(job)
    }
    return true
  }

  async function drain(): Promise<void> {
    try {
      while (!isStopped && (await one()));
    } catch (error) {
      deps.onFailure(error)
    } finally {
      running -= 1
    }
  }

  return {
    /** There may be something to do. */
    wake(): void {
      if (running >= deps.parallel || isStopped) return
      running += 1
      void drain()
    },
    stop(): void {
      isStopped = true
    },
    isIdle: () => running === 0,
  }
}
