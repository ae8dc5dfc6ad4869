import type { SlotFacts } from '../statistics/facts.ts'

/** A day's figures, kept so that nobody counts old days again; deleting them changes nothing but how long it takes. */
export interface KeptDay {
  /** `town:day` */
  _id: string
  town: string
  day: string
  timeZone: string
  /** Raised whenever the day must be counted anew. */
  rev: number
  facts: SlotFacts | null
}

export const keptDayIndexes = [{ key: { town: 1, day: 1 } }] as const

export const dayId = (townKey: string, day: string): string => `${townKey}:${day}`
