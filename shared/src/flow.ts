import { z } from 'zod'
import { language } from './language.ts'
import { id } from './names.ts'

export const FORMAT_VERSION = 1
export const MAX_NODES = 5_000 // far above what a person can draw; protects import and checker

export const position = z.strictObject({ x: z.number(), y: z.number() })

/** One step of the drawing. `config` is checked by the node type's own schema, see `parseFlow`. */
export const flowNode = z.strictObject({
  id,
  type: z.string().max(40),
  position,
  /** The officer's own name for the step, shown on the card. */
  name: z.string().max(120).optional(),
  config: z.record(z.string(), z.unknown()),
})
export type FlowNode = z.infer<typeof flowNode>

/** Joins one exit of a node to the node it leads to. */
export const edge = z.strictObject({ id, from: id, exit: id, to: id })
export type Edge = z.infer<typeof edge>

export const flowSettings = z.strictObject({
  /** What a tap on an old message does: act on it, or repeat the current question. */
  staleTap: z.enum(['follow', 'repeat']).default('follow'),
  /** Consecutive texts of one step go out as one message: each delivered message costs money. */
  mergeTexts: z.boolean().default(true),
  /** The menu "0" leads to, once the contact has been there. */
  mainMenu: id.nullable().default(null),
})
export type FlowSettings = z.infer<typeof flowSettings>

/** The saved drawing. */
export const flow = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  id,
  name: z.string().min(1).max(120),
  languages: z.array(language).min(1),
  defaultLanguage: language,
  nodes: z.array(flowNode).max(MAX_NODES),
  edges: z.array(edge).max(MAX_NODES * 4),
  settings: flowSettings,
})
export type Flow = z.infer<typeof flow>

/** A published, immutable flow with the sub-flows it uses, as they were when it was published. */
export const flowVersion = z.strictObject({
  flowId: id,
  version: z.number().int().positive(),
  flow,
  subflows: z.array(flow),
})
export type FlowVersion = z.infer<typeof flowVersion>

export const emptyFlow = (flowId: string, name: string, languages: Flow['languages']): Flow => ({
  formatVersion: FORMAT_VERSION,
  id: flowId,
  name,
  languages,
  defaultLanguage: languages[0] ?? 'ca',
  nodes: [],
  edges: [],
  settings: flowSettings.parse({}),
})
