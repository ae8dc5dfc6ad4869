import { type FailingTest, failingTest } from '@pregoner/shared'
import { type FlowTests, useTests } from './tests-store.ts'

/** A test that keeps the flow from being published, and its first differing line from 1. */
export type BlockingTest = Pick<FailingTest, 'id' | 'name' | 'line'>

const failingHere = ({ failing, results }: FlowTests): BlockingTest[] =>
  failing.flatMap(({ id, name }) => {
    const result = results.get(id)
    return result?.hasPassed === false ? [{ id, name, line: result.index + 1 }] : []
  })

/** The tests that keep the flow from being published: those that fail here, else those the runtime refused it with. */
export function useBlockingTests(refused: readonly unknown[]) {
  const here = failingHere(useTests())
  const told: BlockingTest[] = refused.flatMap(one => failingTest.safeParse(one).data ?? [])
  return { tests: here.length > 0 ? here : told, failsHere: here.length > 0 }
}
