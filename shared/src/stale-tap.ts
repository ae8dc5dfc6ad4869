import type { CompiledFlow } from './compile.ts'
import { type Advance, jump, sayAgain, sendsOf, step } from './engine.ts'
import type { Reply } from './input.ts'
import { textMessage } from './message.ts'
import { phrase } from './phrases.ts'
import { languageFor, readWireId } from './scene.ts'
import { currentFlow, mayReturn, nothing, type Turn } from './turn.ts'

/** A tap on a message of another step: acts there when the flow says so and the contact has really been there. */
export function staleTap(turn: Turn, reply: Reply): Advance | null {
  const { session, now } = turn
  const tapped = reply.choiceId ? readWireId(reply.choiceId) : null
  const flow = currentFlow(turn)
  if (!tapped || !flow) return null
  const here = session.frames.at(-1)?.flowId ?? flow.id
  if (session.status === 'waiting' && session.wait?.node === tapped.node && here === tapped.flowId) return null
  const isPlace = tapped.flowId === flow.id && flow.nodes.get(tapped.node)?.definition.isPlace === true
  if (flow.flow.settings.staleTap === 'follow' && isPlace && mayReturn(flow, tapped.node, turn)) {
    const there = jump(flow, session, tapped.node, now)
    const answered = step(flow, there.session, reply, now)
    return { session: answered.session, effects: answered.effects, trace: [...there.trace, ...answered.trace] }
  }
  if (session.status !== 'waiting' || !session.wait) return null
  return repeat(turn, flow)
}

/** Says that the tap was about something earlier, and asks the present question again. */
function repeat(turn: Turn, flow: CompiledFlow): Advance {
  const session = { ...turn.session, turn: turn.session.turn + 1 }
  if (session.wait?.kind !== 'reply') return nothing(turn.session)
  const language = languageFor(flow, session)
  const words = phrase('menu_again', language, flow.flow.defaultLanguage)
  const messages = [textMessage(words, language), ...sayAgain(flow, session, turn.now)]
  return { session, effects: sendsOf(flow, messages), trace: [] }
}
