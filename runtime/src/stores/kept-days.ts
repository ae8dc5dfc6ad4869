/** A day's figures, kept so that nobody counts old days again; deleting them changes nothing but how long it takes. */
export interface KeptDay {
  /** `town:day` */
  _id: string
  town: string
  day: string
  timeZone: string
  /** Raised whenever the day must be counted anew. */
  rev: number
  /** Its facts as JSON, because a year of them is read at once; null when they must be counted. */
  counted?: string | null
}

export const keptDayIndexes = [{ key: { town: 1, day: 1 } }] as const

export const dayId = (townKey: string, day: string): string => `${townKey}:${day}`
