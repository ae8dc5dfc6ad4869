export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string'

/** The value as a record, or an empty one. */
export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {})

/** The records of a list; anything else in it, or no list at all, counts for nothing. */
export const recordsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

export const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined)
