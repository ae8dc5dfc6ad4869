import { type Flow, type FlowTest, runFlowTest, simulatedFlows, type TestResult, type TownData } from '@pregoner/shared'

/** What the worker is told: the town once it has changed, then each drawing with the tests to run. */
export type ToWorker =
  | { kind: 'town'; town: TownData; others: readonly Flow[] }
  | { kind: 'run'; run: number; flow: Flow; tests: readonly FlowTest[] }

export interface FromWorker {
  run: number
  results: [string, TestResult][]
}

let town: TownData | null = null
let others: readonly Flow[] = []

/** Runs the tests beside the screen, so that an officer who draws does not feel them. */
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'town') {
    town = data.town
    others = data.others
    return
  }
  if (!town) return
  const { run, flow, tests } = data
  const flows = simulatedFlows(flow, others, town)
  const answer: FromWorker = { run, results: tests.map(test => [test.id, runFlowTest(flows, test)]) }
  self.postMessage(answer)
}
