import type { CompiledFlow } from './compile.ts'
import type { Effect } from './effect.ts'
import { tellFronts } from './emergency.ts'
import { type Advance, jump, step } from './engine.ts'
import type { Input, InputOf, Reply } from './input.ts'
import { type MediaFile, textMessage } from './message.ts'
import { takeMoved } from './moved.ts'
import { isRight, platformWord } from './platform-words.ts'
import { takesCaption } from './rendering.ts'
import { sceneOf } from './scene.ts'
import type { Session } from './session.ts'
import { askSolved, hasAsked, takeVerdict } from './solved.ts'
import { staleTap } from './stale-tap.ts'
import { startTap } from './start-tap.ts'
import { formCodeIn } from './subscription-form.ts'
import { answerTopics } from './topic-answer.ts'
import { topicRequest } from './topic-request.ts'
import type { PlatformWord } from './town.ts'
import { send, townLanguage, townSays } from './town-says.ts'
import { findTrigger, sureTrigger, type TriggerHit } from './triggers.ts'
import { currentFlow, mayReturn, nothing, type TownFlows, type Turn } from './turn.ts'

export type { TownFlows }

function startAt(turn: Turn, hit: TriggerHit): Advance {
  const { session, now } = turn
  const started = hit.restKey
    ? { ...session.contact.started, [hit.restKey]: now.toISOString() }
    : session.contact.started
  const contact = { ...session.contact, started }
  const saved = hit.saves ? { [hit.saves.name]: hit.saves.text } : {}
  return step(
    hit.flow,
    { ...session, contact },
    { kind: 'start', flowId: hit.flow.id, node: hit.node, answers: saved },
    now,
  )
}

/** The flow of the town that greets people: the one somebody would reach by writing for the first time. */
function mainFlow({ flows }: Turn): { flow: CompiledFlow; node: string } | null {
  for (const flow of flows.published) {
    const isMain = flow.flow.settings.mainMenu !== null || flows.published.length === 1
    const first = flow.starts[0]
    if (isMain && first) return { flow, node: first.node }
  }
  const flow = flows.published.find(({ hasPlace }) => hasPlace)
  const first = flow?.starts[0]
  return flow && first ? { flow, node: first.node } : null
}

/** "0" and "menu": the main menu when the contact has been there, else the beginning, where consent may be asked. */
function toMainMenu(turn: Turn): Advance {
  const { session, now } = turn
  const current = currentFlow(turn)
  const menu = current?.flow.settings.mainMenu
  if (current && menu && mayReturn(current, menu, turn)) return jump(current, session, menu, now)
  const main = mainFlow(turn)
  if (!main) return { ...nothing(session), effects: [townSays(turn, 'help', 'help')] }
  return startAt(turn, { ...main, saves: null, restKey: null })
}

/** The menu before the present one. */
function back(turn: Turn): Advance {
  const { session, now } = turn
  const flow = currentFlow(turn)
  const places = session.visited.filter(id => id !== session.wait?.node)
  const previous = places.at(-1)
  if (!flow || !previous || !mayReturn(flow, previous, turn)) return toMainMenu(turn)
  return jump(flow, { ...session, visited: places.slice(0, -1) }, previous, now)
}

function stop(turn: Turn): Advance {
  const { session } = turn
  const effects = session.contact.subscriptions.map(
    (topicId): Effect => ({
      kind: 'change_subscription',
      topicId,
      subscribed: false,
      address: null,
      messageId: session.messageId,
      source: 'keyword',
    }),
  )
  const contact = { ...session.contact, subscriptions: [] }
  const ended: Session = { ...session, contact, status: 'ended', wait: null, frames: [], turn: session.turn + 1 }
  const all: Effect = { kind: 'end_subscriptions', messageId: session.messageId, source: 'keyword' }
  return { session: ended, effects: [townSays(turn, 'stopped', 'stopped'), ...effects, all], trace: [] }
}

const askForData = (turn: Turn, request: 'export' | 'erase'): Advance => ({
  ...nothing(turn.session),
  effects: [
    townSays(turn, null, request === 'export' ? 'data_requested' : 'erasure_requested'),
    { kind: 'privacy_request', request },
  ],
})

/** Beside whatever the flow is asking, which goes on waiting; what was asked for on the form is known elsewhere. */
const confirmForm = ({ session }: Turn, code: string): Advance => ({
  ...nothing(session),
  effects: [{ kind: 'confirm_form', code, messageId: session.messageId }],
})

/** What each town-wide word does. */
const wordActions: { [Word in PlatformWord]: (turn: Turn) => Advance } = {
  stop,
  help: turn => ({ ...nothing(turn.session), effects: [townSays(turn, 'help', 'help')] }),
  menu: toMainMenu,
  back,
  my_data: turn => askForData(turn, 'export'),
  delete_my_data: turn => askForData(turn, 'erase'),
  join: turn => answerTopics(turn, { action: 'join', topic: null }),
}

/** Whether the waiting node is sure that this reply is its own: true, false, or undefined when it takes any text. */
function claim(turn: Turn, reply: Reply): boolean | undefined {
  const { session, now } = turn
  const root = currentFlow(turn)
  const wait = session.wait
  if (!root || !wait) return undefined
  const frame = session.frames.at(-1)
  const flow = frame && frame.flowId !== root.id ? root.subflows.get(frame.flowId) : root
  const node = flow?.nodes.get(wait.node)
  if (!flow || !node?.definition.claims) return undefined
  const scene = sceneOf(flow, session, { node: node.id, now, wait, draw: () => 0 })
  return node.definition.claims(node.config, reply, scene)
}

/** Words instead of the mark a finished conversation asked for: they may well begin the next one. */
function beginAnew(turn: Turn, reply: Reply, ended: Advance): Advance {
  const { hit } = findTrigger(turn.flows.published, turn.session, reply, false, turn.now)
  if (!hit) return ended
  const begun = startAt(turn, hit)
  return { ...begun, trace: [...ended.trace, ...begun.trace] }
}

function takeReply(turn: Turn, reply: Reply, isFirstMessage: boolean): Advance {
  const { session, flows, now } = turn
  const started = startTap(flows.published, reply)
  if (started) return startAt(turn, { ...started, saves: null, restKey: null })
  const verdict = takeVerdict(turn, reply)
  if (verdict) return verdict
  const stale = staleTap(turn, reply)
  if (stale) return stale
  const code = reply.text === null || reply.choiceId !== null ? null : formCodeIn(reply.text)
  if (code) return confirmForm(turn, code)
  const flow = currentFlow(turn)
  const isWaiting = session.status === 'waiting' && session.wait !== null && flow !== undefined
  const claimed = isWaiting ? claim(turn, reply) : undefined
  const word = reply.text === null ? null : platformWord(flows.town, reply.text)
  const request = reply.text === null ? null : topicRequest(flows.town, reply.text)
  const isNamed = (word !== null && isRight(word)) || (request !== null && request.topic !== null)
  const isSure = isNamed && reply.choiceId === null // a button may be called so, too
  if (isWaiting && claimed === true && !isSure) return step(flow, session, reply, now)
  if (word && !(word === 'join' && sureTrigger(flows.published, reply))) return wordActions[word](turn)
  if (request) return answerTopics(turn, request)
  const takesAnyText = session.wait?.kind === 'reply' || session.wait?.kind === 'people'
  if (isWaiting && takesAnyText) {
    const sure = claimed === false ? sureTrigger(flows.published, reply) : null
    if (sure) return startAt(turn, sure)
    const advance = step(flow, session, reply, now)
    const hasOnlyEnded = claimed === false && advance.session.status === 'ended' && advance.effects.length === 0
    return hasOnlyEnded ? beginAnew({ ...turn, session: advance.session }, reply, advance) : advance
  }
  if (isWaiting && session.wait?.kind === 'effect') return nothing(session) // a service's answer is a moment away
  const { hit, isResting } = findTrigger(flows.published, session, reply, isFirstMessage, now)
  if (hit && (!isWaiting || hit.restKey === null)) return startAt(turn, hit)
  if (isWaiting || isResting) return nothing(session)
  return { ...nothing(session), effects: [townSays(turn, 'notUnderstood', 'not_understood')] }
}

/** People's words go to the contact whatever the flow is doing; a dialogue that waits for them hears of it as well. */
function takePeople(turn: Turn, input: InputOf<'people'>): Advance {
  const { session, now } = turn
  const language = townLanguage(turn)
  const fileMessage = ({ kind, mediaId, name }: MediaFile, caption: string) => ({
    ...textMessage(caption, language),
    media: { kind, mediaId, url: null, fileName: name },
  })
  const [first] = input.media
  const isCaption = first !== undefined && takesCaption(first, input.text)
  const said = input.text && !isCaption ? [textMessage(input.text, language)] : []
  const files = input.media.map((file, index) => fileMessage(file, isCaption && index === 0 ? input.text : ''))
  const flow = currentFlow(turn)
  const onwards = flow && session.wait?.kind === 'people' ? step(flow, session, input, now) : nothing(session)
  const answer = [...said, ...files]
  const asks = input.asksSolved === true
  const messages = asks ? askSolved(turn, input.reference, answer) : answer
  return {
    ...onwards,
    session: asks ? hasAsked(onwards.session, input.reference) : onwards.session,
    effects: [...messages.map(send), ...onwards.effects],
  }
}

function take(turn: Turn, input: Input, isFirstMessage: boolean): Advance {
  if (input.kind === 'reply') return takeReply(turn, input, isFirstMessage)
  if (input.kind === 'people') return takePeople(turn, input)
  if (input.kind === 'moved') return takeMoved(turn, input)
  if (input.kind === 'start') {
    const flow = turn.flows.published.find(({ id }) => id === input.flowId)
    return flow ? step(flow, turn.session, input, turn.now) : nothing(turn.session)
  }
  const flow = currentFlow(turn)
  return flow ? step(flow, turn.session, input, turn.now) : nothing(turn.session)
}

/** Whoever writes while an emergency stands in front of every flow is told it first, once. */
function inFront(turn: Turn, input: Input, advance: Advance): Advance {
  const { fronts = [], town } = turn.flows
  if (input.kind !== 'reply' || fronts.length === 0) return advance
  const ways = { language: townLanguage(turn), fallback: town.defaultLanguage, now: turn.now }
  const told = tellFronts(fronts, advance.session, ways)
  return { ...advance, session: told.session, effects: [...told.effects, ...advance.effects] }
}

/**
 * Advances one contact by one input: town-wide words first, then the flow the contact is in, then the keywords of the
 * town's flows. Pure like `step`, which it is made of. A session that fails says so with the town's apology.
 */
export function converse(flows: TownFlows, session: Session, input: Input, now: Date): Advance {
  const isFirstMessage = session.messageId === null
  const known: Session = input.kind === 'reply' ? { ...session, messageId: input.messageId } : session
  const turn: Turn = { flows, session: known, now }
  const isLost = known.status === 'waiting' && currentFlow(turn) === undefined
  if (isLost) turn.session = { ...known, status: 'ended', wait: null, frames: [] }
  const advance = inFront(turn, input, take(turn, input, isFirstMessage))
  if (advance.session.status !== 'failed' || known.status === 'failed') return advance
  return { ...advance, effects: [...advance.effects, townSays(turn, 'apology', 'apology')] }
}
