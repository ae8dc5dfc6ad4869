import { z } from 'zod'
import { fixIds } from './fixes/ids.ts'
import { type ProblemWords, problemsCa } from './words/ca.ts'

export type ProblemCode = keyof ProblemWords
/** Errors keep a flow unpublished, warnings do not, hints only suggest. */
export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

// The keys of the words are the codes; Object.keys alone does not say so.
const codes = Object.keys(problemsCa) as ProblemCode[]

/** Something an officer should mend; publishing needs zero errors. `describeProblem` has the words for it. */
export const problem = z.strictObject({
  code: z.enum(codes),
  severity: z.enum(severities),
  node: z.string().nullable(),
  field: z.string().nullable(),
  edge: z.string().nullable(),
  /** What the words need; `nodeName` is the step's name, or its type when the officer gave it none. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** How one click mends it; `fixWords` has the words for the button. */
  fix: z.enum(fixIds).nullable(),
})
export type Problem = z.infer<typeof problem>

/** A problem as a rule reports it; `inspect` adds how the step is called. */
export interface Finding {
  code: ProblemCode
  severity: Severity
  node?: string
  field?: string
  edge?: string
  values?: Record<string, string | number>
}
