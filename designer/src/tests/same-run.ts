import type { Act, FlowTest } from '@pregoner/shared'
import type { Recording } from './tests-store.ts'

const TURN = /^([^~]+~[^~]+)~\d+~/ // the turn in the id of a tapped option, which every run counts anew

const done = (act: Act): unknown => {
  if (act.kind === 'clock') return 'clock'
  if (act.kind !== 'say') return act
  return { ...act.said, choiceId: act.said.choiceId?.replace(TURN, '$1~') ?? null }
}

const runOf = ({ setup, acts }: Recording) => JSON.stringify([setup.language, setup.name, acts.map(done)])

/** The test that keeps the same conversation already: the same citizen saying and doing the same. */
export const sameRun = <Test extends FlowTest>(tests: readonly Test[], recording: Recording): Test | undefined =>
  tests.find(test => runOf(test) === runOf(recording))
