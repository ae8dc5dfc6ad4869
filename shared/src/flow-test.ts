import { z } from 'zod'
import { toldLine } from './flow-test/told-line.ts'
import { id } from './names.ts'
import { act, setup } from './simulation/index.ts'

export { type EffectFacts, effectFacts } from './flow-test/effect-facts.ts'
export { replay, runFlowTest, type TestResult } from './flow-test/run.ts'
export { lineText, type ToldLine, type ToldPart, toldLine, toldLines } from './flow-test/told-line.ts'

export const MAX_TESTS = 200 // a flow
export const MAX_ACTS = 200 // a test
export const MAX_TEST_BYTES = 64 * 1024

/** A conversation kept as a test: what is done, and what must be read. */
export const flowTest = z.strictObject({
  id,
  name: z.string().trim().min(1).max(120),
  setup,
  acts: z.array(act).min(1).max(MAX_ACTS),
  lines: z.array(toldLine).max(2_000),
})
export type FlowTest = z.infer<typeof flowTest>

/** A test as it is stored, with who changed it last. */
export const storedTest = flowTest.extend({ changedBy: z.string(), changedAt: z.string() })
export type StoredTest = z.infer<typeof storedTest>

/** A test that does not pass, as publishing is refused with it. */
export const failingTest = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The first differing line, from 1. */
  line: z.int(),
  expected: toldLine.nullable(),
  got: toldLine.nullable(),
  node: z.string().nullable(),
})
export type FailingTest = z.infer<typeof failingTest>
