import {
  builtInNames,
  type CompiledFlow,
  compile,
  type Flow,
  jump,
  type Language,
  newContact,
  newSession,
  nodeDefinition,
  type OutboundMessage,
  parseTemplate,
  type Session,
  type TownData,
} from '@pregoner/shared'
import { standIn } from './value-names.ts'

export interface Previewed {
  flow: Flow
  node: string
  type: string
  config: unknown
  town: TownData
}

/** Every name the texts of a step fill in, as `‹name›`, so that a preview shows where a value will stand. */
function standIns(type: string, config: unknown): Record<string, string> {
  const definition = nodeDefinition(type)
  const parsed = definition?.config.safeParse(config)
  if (!definition || !parsed?.success) return {}
  const texts = definition.texts?.(parsed.data).flatMap(({ text }) => Object.values(text)) ?? []
  const names = texts.flatMap(text => parseTemplate(text).variables)
  const known: readonly string[] = builtInNames
  return Object.fromEntries(names.filter(name => !known.includes(name)).map(name => [name, standIn(name)]))
}

/** Somebody who has just come to a step, and what they got. */
export interface Arrival {
  compiled: CompiledFlow
  session: Session
  messages: OutboundMessage[]
}

/**
 * Takes a contact who reads `language` to a step by the engine's own rules, values stood in; beside the step there are
 * only the flow's beginnings. Null while the config does not fit its schema.
 */
export function arriveAt(of: Previewed, language: Language, now: Date): Arrival | null {
  const { flow, node, type, config, town } = of
  const definition = nodeDefinition(type)
  if (!definition?.config.safeParse(config).success) return null
  const beginnings = flow.nodes.filter(one => one.id !== node && nodeDefinition(one.type)?.triggers)
  const drawn = { id: node, type, position: { x: 0, y: 0 }, config: { ...Object(config) } }
  const alone: Flow = { ...flow, nodes: [drawn, ...beginnings], edges: [] }
  const values = standIns(type, config)
  const fields = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('contact.') ? [[name.slice('contact.'.length), value]] : [],
  )
  const contact = { ...newContact(standIn('contact.name')), language, fields: Object.fromEntries(fields) }
  const compiled = compile({ flowId: flow.id, version: 1, flow: alone, subflows: [] }, town)
  const fresh = { ...newSession(contact, 1), flowId: flow.id, flowVersion: 1, answers: values }
  const { session, effects } = jump(compiled, fresh, node, now)
  const messages = effects.flatMap(effect => (effect.kind === 'send_message' ? [effect.message] : []))
  return { compiled, session, messages }
}

/** What a contact who reads `language` gets when they come to this step. */
export const previewMessages = (of: Previewed, language: Language, now: Date): OutboundMessage[] =>
  arriveAt(of, language, now)?.messages ?? []
