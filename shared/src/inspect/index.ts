export { describeProblem } from './describe.ts'
export { inspect } from './inspect.ts'
export type { Problem, ProblemCode } from './problem.ts'
