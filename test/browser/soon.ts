import { expect } from 'vitest'

const PATIENCE_MS = 10_000

/** Like `expect`, but for what is still to come. */
export const soon = <Seen>(look: () => Seen) => expect.poll(look, { timeout: PATIENCE_MS, interval: 50 })
