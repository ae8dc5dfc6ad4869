import {
  type CompiledFlow,
  compile,
  converse,
  type Flow,
  newContact,
  newSession,
  replyOf,
  type Session,
  type TownFlows,
} from '@pregoner/shared'
import { vila } from '../faults/vila.ts'

/** Seven messages of a neighbour who reports a pothole and then asks for notices. */
export const turns = ['hola', 'Un forat', 'Davant de la farmàcia', 'ometre', 'Avisos', 'Accepto', 'Un forat']

const now = new Date('2026-11-23T10:00:00Z')
const REFERENCE = /\b[A-Z]{3}-[0-9A-Z]{7}\b/g

/** What the contact reads: texts and labels of choices. */
export type Said = { text: string; labels: string[] }[]
export const comparable = (said: Said): Said =>
  said.map(({ text, labels }) => ({ text: text.replace(REFERENCE, 'REFERENCE'), labels }))

const [flow] = vila.flows

/** The town's flow with so many more nodes that nobody ever comes to. */
export function flowsOf(moreNodes: number): TownFlows {
  if (!flow) throw new Error('no flow')
  const spare: Flow['nodes'] = Array.from({ length: moreNodes }, (_, index) => ({
    id: `spare-${index}`,
    type: 'message',
    position: { x: 0, y: 0 },
    config: { text: { ca: `Text ${index}` }, attachment: null, place: null, link: null },
  }))
  const edges: Flow['edges'] = spare.slice(1).map(({ id }, index) => ({
    id: `spare-edge-${index}`,
    from: `spare-${index}`,
    exit: 'next',
    to: id,
  }))
  const larger = { ...flow, nodes: [...flow.nodes, ...spare], edges: [...flow.edges, ...edges] }
  const compiled: CompiledFlow = compile({ flowId: flow.id, version: 1, flow: larger, subflows: [] }, vila.town)
  return { town: vila.town, published: [compiled], version: () => compiled }
}

export const fresh = (seed: number): Session => newSession(newContact(), seed)

/** One message through the interpreter. */
export function take(flows: TownFlows, session: Session, text: string, id: string): { session: Session; said: Said } {
  const advance = converse(flows, session, replyOf({ messageId: id, text }), now)
  const said = advance.effects.flatMap(effect =>
    effect.kind === 'send_message'
      ? [{ text: effect.message.text, labels: effect.message.choices.map(({ label }) => label) }]
      : [],
  )
  return { session: advance.session, said }
}
