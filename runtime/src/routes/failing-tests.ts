import type { FailingTest, Flow } from '@pregoner/shared'
import { flowTestRun, simulatedFlows } from '@pregoner/shared'
import type { FlowStore } from '../stores/flow-store.ts'
import type { FlowTestStore } from '../stores/flow-test-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { createTurnTaking } from '../turn-taking.ts'

interface FailingTestsDeps {
  flows: Pick<FlowStore, 'publishedFlows'>
  flowTests: Pick<FlowTestStore, 'list'>
  towns: Pick<TownStore, 'get'>
}

/** Runs the tests of a flow against a drawing of it, next to the other flows that citizens meet now. */
export const createFailingTests =
  ({ flows, flowTests, towns }: FailingTestsDeps) =>
  async (townKey: string, flow: Flow): Promise<FailingTest[]> => {
    const tests = await flowTests.list(townKey, flow.id)
    if (tests.length === 0) return []
    const town = await towns.get(townKey)
    if (!town) return []
    const others = (await flows.publishedFlows(townKey)).map(version => version.flow)
    const simulated = simulatedFlows(flow, others, town)
    const failing: FailingTest[] = []
    const turns = createTurnTaking()
    for (const test of tests) {
      const run = flowTestRun(simulated, test)
      let step = run.next()
      for (; !step.done; step = run.next()) await turns.pause()
      const result = step.value
      if (result.hasPassed) continue
      const { index, expected, got, node } = result
      failing.push({ id: test.id, name: test.name, line: index + 1, expected, got, node })
    }
    return failing
  }
