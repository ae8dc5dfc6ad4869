import { isDeepStrictEqual } from 'node:util'
import type { TownFlows } from '@pregoner/shared'
import { comparable, flowsOf, fresh, take, turns } from './conversation.ts'
import { answer, begin } from './hand-written.ts'
import { cpuOf, type Figure } from './report.ts'

const CONVERSATIONS = 2_000
const ROUNDS = 5
const MORE_NODES = 10_000

function interpret(flows: TownFlows, conversations: number): void {
  for (let conversation = 0; conversation < conversations; conversation++) {
    let session = fresh(conversation)
    for (const text of turns) session = take(flows, session, text, 'm').session
  }
}

function byHand(conversations: number): void {
  for (let conversation = 0; conversation < conversations; conversation++) {
    const state = begin(conversation)
    for (const text of turns) answer(state, text)
  }
}

/** Both must say the same, or the comparison means nothing. */
function refuseDifference(flows: TownFlows): void {
  let session = fresh(1)
  const state = begin(1)
  for (const text of turns) {
    const advance = take(flows, session, text, 'm')
    session = advance.session
    const [found, wanted] = [comparable(advance.said), comparable(answer(state, text))]
    if (!isDeepStrictEqual(found, wanted)) {
      throw new Error(`After "${text}": ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`)
    }
  }
}

/** CPU a turn of the interpreter, of a state machine written by hand, and in a flow with many more nodes. */
export function interpreterFigures(): Figure[] {
  const flows = flowsOf(0)
  const large = flowsOf(MORE_NODES)
  refuseDifference(flows)
  const ways = [
    () => interpret(flows, CONVERSATIONS),
    () => interpret(large, CONVERSATIONS),
    () => byHand(CONVERSATIONS * 5),
  ]
  for (const way of ways) way()
  const spent = ways.map(() => [] as number[])
  // In turns, so that what else the machine does strikes all of them alike.
  for (let round = 0; round < ROUNDS; round++) for (const [index, way] of ways.entries()) spent[index]?.push(cpuOf(way))
  const [small = 0, withMore = 0, hand = 0] = spent.map(times => Math.min(...times) / CONVERSATIONS / turns.length)
  const handTurn = hand / 5
  return [
    { name: 'interpreter, CPU a turn', value: small, unit: 'µs', against: 'a conversation of seven messages' },
    { name: 'written by hand, CPU a turn', value: handTurn, unit: 'µs', against: 'the same conversation' },
    {
      name: 'interpreter / by hand',
      value: small / handTurn,
      unit: 'ratio',
      against: 'state machine with the same texts',
    },
    { name: '10,000 more nodes / without', value: withMore / small, unit: 'ratio', against: 'the same conversation' },
  ]
}
