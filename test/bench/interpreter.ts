import { cpuMicros, type Figure } from './figure.ts'
import { type HandState, handStart, handTurn } from './hand-written.ts'
import { mailboxFlows, playMailbox, replies } from './mailbox.ts'

const CONVERSATIONS = 3_000
const ROUNDS = 5
const MORE_NODES = 10_000
const NOW = new Date('2026-11-23T09:00:00Z')

function playByHand(texts: readonly string[]): HandState {
  let state = handStart
  for (const reply of replies) state = handTurn(state, reply, texts, NOW).state
  return state
}

/** The least of some rounds: what the work costs when nothing else disturbs it. */
function microsPerTurn(play: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () =>
    cpuMicros(() => {
      for (let count = 0; count < CONVERSATIONS; count++) play()
    }),
  )
  return Math.min(...rounds) / (CONVERSATIONS * replies.length)
}

/** Processor time of the interpreter for one turn, against the same conversation written by hand, and in a huge flow. */
export function interpreterFigures(): Figure[] {
  const small = mailboxFlows()
  const huge = mailboxFlows(MORE_NODES)
  const { texts, session } = playMailbox(small)
  if (session.status !== 'ended' || playByHand(texts).at !== 'done') throw new Error('the conversation did not end')
  for (const play of [() => playMailbox(small), () => playMailbox(huge), () => playByHand(texts)]) {
    for (let count = 0; count < 500; count++) play()
  }
  const byHand = microsPerTurn(() => playByHand(texts))
  const drawn = microsPerTurn(() => playMailbox(small))
  const drawnHuge = microsPerTurn(() => playMailbox(huge))
  const hand = 'hand-written state machine'
  return [
    { name: 'interpreter.turn', value: drawn, unit: 'µs cpu', against: null },
    { name: 'interpreter.turn.by_hand', value: byHand, unit: 'µs cpu', against: null },
    { name: 'interpreter.turn.ratio', value: drawn / byHand, unit: '×', against: hand },
    {
      name: 'interpreter.turn.10000_more_nodes.ratio',
      value: drawnHuge / drawn,
      unit: '×',
      against: 'the same flow without them',
    },
  ]
}
