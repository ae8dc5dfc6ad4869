import type { Problem } from '@pregoner/shared'

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
