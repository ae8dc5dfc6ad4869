import { conversationBounds, type Flow, inspect } from '@pregoner/shared'
import { largeFlow } from '../large-flow.ts'
import { sampleTown } from '../sample-town.ts'
import { cpuOf, type Figure, quantile } from './report.ts'

const ROUNDS = 9
const WARM_UPS = 5 // the first rounds pay for compiling
const town = sampleTown()

/** CPU of the middle of some rounds, in milliseconds; `prepare` is not counted. */
function cpuMs(prepare: () => Flow, check: (flow: Flow) => void): number {
  for (let round = 0; round < WARM_UPS; round++) check(prepare())
  const rounds = Array.from({ length: ROUNDS }, () => {
    const flow = prepare()
    return cpuOf(() => check(flow)) / 1_000
  })
  return quantile(rounds, 0.5)
}

/** The drawing after a letter was typed into one step. */
const typedInto = (flow: Flow): Flow => {
  const [first, ...others] = flow.nodes
  return first ? { ...flow, nodes: [{ ...first }, ...others] } : flow
}

/** CPU of checking a drawing when it is opened, and again after each letter, and of the bounds of its conversations. */
export function checkerFigures(): Figure[] {
  const [thousand, twoThousand] = [largeFlow(1_000), largeFlow(2_000)]
  const look = (flow: Flow) => void inspect(flow, town, [])
  const bound = (flow: Flow) => void conversationBounds(flow, town, [])
  const opened = [thousand, twoThousand].map(flow => cpuMs(() => structuredClone(flow), look))
  const typed = [thousand, twoThousand].map(flow => cpuMs(() => typedInto(flow), look))
  const bounds = [thousand, twoThousand].map(flow => cpuMs(() => typedInto(flow), bound))
  const ratio = ([small = 0, large = 0]: number[]) => large / small
  return [
    { name: 'check 1,000 steps, opened', value: opened[0] ?? 0, unit: 'ms CPU', against: 'in a worker' },
    { name: 'check 2,000 / 1,000 steps, opened', value: ratio(opened), unit: 'ratio', against: 'linear is 2' },
    { name: 'check 1,000 steps, a letter typed', value: typed[0] ?? 0, unit: 'ms CPU', against: 'in a worker' },
    { name: 'check 2,000 / 1,000 steps, a letter typed', value: ratio(typed), unit: 'ratio', against: 'linear is 2' },
    { name: 'bounds of 1,000 steps', value: bounds[0] ?? 0, unit: 'ms CPU', against: 'in a worker' },
    { name: 'bounds of 2,000 / 1,000 steps', value: ratio(bounds), unit: 'ratio', against: 'linear is 2' },
  ]
}
