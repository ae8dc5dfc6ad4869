import { demoTowns } from '@pregoner/seeds'
import {
  type CompiledFlow,
  compile,
  converse,
  type Flow,
  newContact,
  newSession,
  type Reply,
  replyOf,
  type Session,
  type TownFlows,
} from '@pregoner/shared'

const NOW = new Date('2026-11-23T09:00:00Z')
const photo = { mediaId: 'photo', kind: 'image' as const, mime: 'image/jpeg', name: null, caption: null }

/** What a citizen of Sant Cebrià says to put a message into the citizens' mailbox: one reply a turn. */
export const replies: readonly Reply[] = [
  replyOf({ messageId: 'm1', text: 'hola' }),
  replyOf({ messageId: 'm2', text: 'Accepto' }),
  replyOf({ messageId: 'm3', text: 'Bústia ciutadana' }),
  replyOf({ messageId: 'm4', text: 'Suggereixo que la biblioteca obri els dissabtes al matí' }),
  replyOf({ messageId: 'm5', text: 'Sense ubicació' }),
  replyOf({ messageId: 'm6', media: [photo] }),
]

const demo = () => {
  const found = demoTowns(NOW).find(({ town }) => town.key === 'sant-cebria')
  if (!found) throw new Error('Sant Cebrià is not among the demo towns')
  return found
}

/** The same flow with `count` more steps in it that nobody comes to, each joined to the next. */
export function padded(flow: Flow, count: number): Flow {
  const ids = Array.from({ length: count }, (_, index) => `pad-${index}`)
  const config = { text: { ca: 'Hola {{contact.name}}' }, attachment: null, place: null, link: null }
  return {
    ...flow,
    nodes: [...flow.nodes, ...ids.map(id => ({ id, type: 'message', position: { x: 0, y: 0 }, config }))],
    edges: [
      ...flow.edges,
      ...ids.slice(1).map((id, index) => ({ id: `pad-edge-${index}`, from: `pad-${index}`, exit: 'next', to: id })),
    ],
  }
}

/** The flows of the town, compiled; `more` steps are added to each. */
export function mailboxFlows(more = 0): TownFlows {
  const { town, flows } = demo()
  const larger = flows.map(flow => (more > 0 ? padded(flow, more) : flow))
  const published = larger.map(
    (flow): CompiledFlow =>
      compile({ flowId: flow.id, version: 1, flow, subflows: larger.filter(({ id }) => id !== flow.id) }, town),
  )
  return { town, published, version: flowId => published.find(({ id }) => id === flowId) }
}

/** Plays the whole conversation once and gives what was said in each turn. */
export function playMailbox(flows: TownFlows): { texts: string[]; session: Session } {
  let session = newSession(newContact(), 7)
  const texts: string[] = []
  for (const reply of replies) {
    const advance = converse(flows, session, reply, NOW)
    session = advance.session
    texts.push(advance.effects.map(effect => (effect.kind === 'send_message' ? effect.message.text : '')).join(''))
  }
  return { texts, session }
}
