export { type Change, type ChangeOf, isFelt, type StepName, stepOf } from './change.ts'
export { describeChange } from './describe.ts'
export { difference } from './difference.ts'
