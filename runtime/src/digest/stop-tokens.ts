import { interfaceLanguages } from '@pregoner/shared'
import { z } from 'zod'
import type { Secrets } from '../secrets/secrets.ts'

const PURPOSE = 'stop weekly letter'
const MAX_CHARS = 1_000

/** Whose letter ends: somebody's own, or a department's at the address it has now. */
const stop = z.strictObject({
  town: z.string(),
  townName: z.string(),
  language: z.enum(interfaceLanguages),
  whose: z.union([
    z.strictObject({ personId: z.string() }),
    z.strictObject({ departmentId: z.string(), address: z.string() }),
  ]),
})
export type Stop = z.infer<typeof stop>

export type StopTokens = ReturnType<typeof createStopTokens>

/** Sealed words that end one letter and do nothing else. Nobody can make one, or read whose it is. */
export const createStopTokens = (secrets: Secrets) => ({
  make: (what: Stop): string => secrets.seal(JSON.stringify(what), PURPOSE),

  /** Null when it is not one of ours. */
  read(token: string): Stop | null {
    if (token.length > MAX_CHARS) return null
    try {
      return stop.safeParse(JSON.parse(secrets.open(token, PURPOSE))).data ?? null
    } catch {
      return null
    }
  },
})
