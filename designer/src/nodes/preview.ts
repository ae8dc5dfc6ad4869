import {
  builtInNames,
  compile,
  type Flow,
  jump,
  type Language,
  newContact,
  newSession,
  nodeDefinition,
  type OutboundMessage,
  parseTemplate,
  type TownData,
} from '@pregoner/shared'
import { standIn } from './value-names.ts'

interface Previewed {
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

/** What a contact who reads `language` gets when they come to this step: the engine's own messages, values stood in. */
export function previewMessages(of: Previewed, language: Language, now: Date): OutboundMessage[] {
  const { flow, node, type, config, town } = of
  const definition = nodeDefinition(type)
  if (!definition?.config.safeParse(config).success) return []
  const alone: Flow = {
    ...flow,
    nodes: [{ id: node, type, position: { x: 0, y: 0 }, config: { ...Object(config) } }],
    edges: [],
  }
  const values = standIns(type, config)
  const fields = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('contact.') ? [[name.slice('contact.'.length), value]] : [],
  )
  const contact = { ...newContact(standIn('contact.name')), language, fields: Object.fromEntries(fields) }
  const version = { flowId: flow.id, version: 1, flow: alone, subflows: [] }
  const session = { ...newSession(contact, 1), answers: values }
  const { effects } = jump(compile(version, town), session, node, now)
  return effects.flatMap(effect => (effect.kind === 'send_message' ? [effect.message] : []))
}
