/** Runs jobs one after the other, again and again while somebody asks for it; never two rounds at once. */
export function createRounds(jobs: readonly (() => Promise<void>)[], onFailure: (error: unknown) => void) {
  let isAsked = false
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false
      for (const job of jobs) await job().catch(onFailure)
    }
  }

  return {
    /** Resolves when everything that can be done now is done. */
    sweep(): Promise<void> {
      isAsked = true
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
    /** Lets the round under way end. */
    async finished(): Promise<void> {
      isAsked = false
      await running
    },
    isIdle: () => running === null,
  }
}
