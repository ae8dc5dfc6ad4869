import type { ProblemWords } from './words/ca.ts'

export type ProblemCode = keyof ProblemWords
export type Severity = 'error' | 'warning'

/** Something an officer should mend; publishing needs zero errors. `describeProblem` has the words for it. */
export interface Problem {
  code: ProblemCode
  severity: Severity
  node: string | null
  field: string | null
  edge: string | null
  /** What the words need; `nodeName` is the step's name, or its type when the officer gave it none. */
  values: Record<string, string | number>
}

/** A problem as a rule reports it; `inspect` adds how the step is called. */
export interface Finding {
  code: ProblemCode
  severity: Severity
  node?: string
  field?: string
  edge?: string
  values?: Record<string, string | number>
}
