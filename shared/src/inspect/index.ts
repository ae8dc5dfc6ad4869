export { describeProblem } from './describe.ts'
export { inspect } from './inspect.ts'
export { type Problem, type ProblemCode, problem } from './problem.ts'
