/** So many conversations are served side by side: those with an answer for somebody, and those with a notice to many. */
const MAX_ANSWERS = 64
const MAX_BULK = 256

/** Which conversations are to be served, and which are. Notices to many take no place that an answer could need. */
export function createWanted() {
  const answers = new Set<string>()
  const bulk = new Set<string>()
  /** Being served; `isBulk` tells whose place it takes. */
  const busy = new Map<string, { isBulk: boolean }>()
  let busyBulk = 0

  function take(from: Set<string>, room: number, isBulk: boolean): string[] {
    const taken: string[] = []
    for (const convId of from) {
      if (taken.length >= room) break
      if (busy.has(convId)) continue
      taken.push(convId)
    }
    for (const convId of taken) {
      from.delete(convId)
      busy.set(convId, { isBulk })
    }
    if (isBulk) busyBulk += taken.length
    return taken
  }

  return {
    /** True when it is being served already; then it is served once more. */
    add(convId: string, isBulk: boolean): boolean {
      if (!isBulk) {
        bulk.delete(convId)
        answers.add(convId)
      } else if (!answers.has(convId)) bulk.add(convId)
      return busy.has(convId)
    },

    /** Those that may be served now, answers first. They are busy from now on. */
    next: (): string[] => [
      ...take(answers, MAX_ANSWERS - (busy.size - busyBulk), false),
      ...take(bulk, MAX_BULK - busyBulk, true),
    ],

    free(convId: string): void {
      if (busy.get(convId)?.isBulk) busyBulk -= 1
      busy.delete(convId)
    },

    /** Whether somebody waits for what a conversation being served has to say besides. */
    isHurried: (convId: string): boolean => answers.has(convId),
    /** How many of one channel wait for a notice to many, or are being sent one. */
    bulk(channelId: string): number {
      let count = 0
      for (const convId of bulk) if (convId.startsWith(`${channelId}:`)) count += 1
      for (const [convId, { isBulk }] of busy) if (isBulk && convId.startsWith(`${channelId}:`)) count += 1
      return count
    },
    isIdle: (): boolean => busy.size === 0 && answers.size === 0 && bulk.size === 0,
  }
}
