import type { FailingTest, Flow } from '@pregoner/shared'
import type { Checks } from '../checking/checks.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { FlowTestStore } from '../stores/flow-test-store.ts'
import type { TownStore } from '../stores/town-store.ts'

interface FailingTestsDeps {
  flows: Pick<FlowStore, 'publishedFlows'>
  flowTests: Pick<FlowTestStore, 'list'>
  towns: Pick<TownStore, 'get'>
  checks: Pick<Checks, 'failing'>
}

/** Runs the tests of a flow against a drawing of it, next to the other flows that citizens meet now. */
export const createFailingTests =
  ({ flows, flowTests, towns, checks }: FailingTestsDeps) =>
  async (townKey: string, flow: Flow): Promise<FailingTest[]> => {
    const tests = await flowTests.list(townKey, flow.id)
    if (tests.length === 0) return []
    const town = await towns.get(townKey)
    if (!town) return []
    const others = (await flows.publishedFlows(townKey)).map(version => version.flow)
    return checks.failing(flow, town, others, tests)
  }
