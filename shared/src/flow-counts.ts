import { z } from 'zod'
import { language } from './language.ts'
import { period } from './statistics.ts'

/** Since a version was published: `v12`. Only conversations of that version and of later ones count. */
const sinceVersion = z.templateLiteral(['v', z.number().int().min(1).max(999_999)])

/** What the counts of a flow are counted over. */
export const countPeriod = z.union([period, sinceVersion])
export type CountPeriod = z.infer<typeof countPeriod>

/** The version a period begins with; null for a period of days. */
export function versionOf(chosen: CountPeriod): number | null {
  const version = Number(chosen.slice(1))
  return chosen.startsWith('v') && Number.isInteger(version) && version > 0 ? version : null
}

const count = z.number().int()

/** Counts drawn on the canvas. */
export const flowCounts = z.strictObject({
  flowId: z.string(),
  period: countPeriod,
  /** How often each exit was taken. */
  exits: z.array(z.strictObject({ node: z.string(), exit: z.string(), count })),
  /** How many people wait at each step now, whatever the period, and since when the first of them. */
  here: z.array(z.strictObject({ node: z.string(), count, since: z.string().nullable() })),
  /** Steps that wait for words: how many answered, how many left without, and the median seconds until the answer. */
  waits: z.array(z.strictObject({ node: z.string(), answered: count, left: count, seconds: z.number().nullable() })),
  /** How many answers each step did not understand. */
  notUnderstood: z.array(z.strictObject({ node: z.string(), count })),
})
export type FlowCounts = z.infer<typeof flowCounts>

/** Something people wrote that a step did not understand, however they spelt it. */
export const notUnderstoodText = z.strictObject({
  /** Names step and words without telling them. */
  id: z.string(),
  node: z.string(),
  /** As the last one wrote it, personal data masked; null where the step asks for personal data. */
  text: z.string().nullable(),
  isMasked: z.boolean(),
  count,
  /** The language of the last conversation; null when it was not known. */
  language: language.nullable(),
  at: z.string(),
  /** An officer has put it aside. */
  isIgnored: z.boolean(),
})
export type NotUnderstoodText = z.infer<typeof notUnderstoodText>

/** What was not understood over a period, the most frequent first. */
export const notUnderstood = z.strictObject({
  texts: z.array(notUnderstoodText),
  /** Whether there were more answers than were read; the newest were. */
  isCut: z.boolean(),
})

export const ignoreText = z.strictObject({ isIgnored: z.boolean() })
