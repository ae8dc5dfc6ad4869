import type { FlowCounts, Problem } from '@pregoner/shared'

/** Counts looked up by place; `most` is the largest, which the thickness of the lines is measured against. */
export interface CountsIndex {
  /** Whether counts are shown at all. */
  readonly isShown: boolean
  readonly most: number
  exit(node: string, exit: string): number
  here(node: string): number
}

export const noCounts: CountsIndex = { isShown: false, most: 0, exit: () => 0, here: () => 0 }

/** People standing at a step are shown always, counts of exits when `isShown`. */
export const indexCounts = (counts: FlowCounts, isShown: boolean): CountsIndex => {
  const exits = new Map(counts.exits.map(({ node, exit, count }) => [`${node} ${exit}`, count]))
  const here = new Map(counts.here.map(({ node, count }) => [node, count]))
  return {
    isShown,
    most: Math.max(0, ...exits.values()),
    exit: (node, exit) => exits.get(`${node} ${exit}`) ?? 0,
    here: node => here.get(node) ?? 0,
  }
}

export interface ProblemCount {
  readonly errors: number
  readonly warnings: number
}

export interface ProblemsIndex {
  readonly all: readonly Problem[]
  readonly total: ProblemCount
  at(node: string): ProblemCount
}

const none: ProblemCount = { errors: 0, warnings: 0 }
export const noProblems: ProblemsIndex = { all: [], total: none, at: () => none }

export const indexProblems = (problems: readonly Problem[]): ProblemsIndex => {
  const byNode = new Map<string, ProblemCount>()
  let total = none
  const withOneMore = ({ errors, warnings }: ProblemCount, isError: boolean): ProblemCount =>
    isError ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 }
  for (const { node, severity } of problems) {
    const isError = severity === 'error'
    total = withOneMore(total, isError)
    if (node !== null) byNode.set(node, withOneMore(byNode.get(node) ?? none, isError))
  }
  return { all: problems, total, at: node => byNode.get(node) ?? none }
}
