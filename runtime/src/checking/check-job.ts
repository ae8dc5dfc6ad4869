import type { FailingTest, Flow, FlowTest, Problem, TownData } from '@pregoner/shared'
import { inspect, runFlowTest, simulatedFlows } from '@pregoner/shared'

/** A drawing next to the other flows that citizens meet. */
interface Drawn {
  flow: Flow
  town: TownData
  others: readonly Flow[]
}

/** What the checking thread is asked. */
export type CheckJob = ({ kind: 'problems' } & Drawn) | ({ kind: 'tests'; tests: readonly FlowTest[] } & Drawn)
/** What it answers; `ready` when it has read its code. */
export type CheckAnswer =
  | { kind: 'ready' }
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'tests'; failing: FailingTest[] }

function failingOf({ flow, town, others, tests }: Extract<CheckJob, { kind: 'tests' }>): FailingTest[] {
  const flows = simulatedFlows(flow, others, town)
  return tests.flatMap(test => {
    const result = runFlowTest(flows, test)
    if (result.hasPassed) return []
    const { index, expected, got, node } = result
    return [{ id: test.id, name: test.name, line: index + 1, expected, got, node }]
  })
}

export function doCheckJob(job: CheckJob): CheckAnswer {
  if (job.kind === 'tests') return { kind: 'tests', failing: failingOf(job) }
  return { kind: 'problems', problems: inspect(job.flow, job.town, job.others) }
}
