import {
  askNode,
  type Flow,
  type FlowNode,
  flowTexts,
  type Language,
  type Reference,
  type TownData,
} from '@pregoner/shared'
import { type FillInKey, fillInCalled, MARKER } from './fill-ins.ts'

/** Something to be written into texts, wherever it is marked with the same name. */
export interface OpenValue {
  /** The key of a known fill-in, or else the very words between the brackets. */
  readonly called: string
  readonly key: FillInKey | null
  readonly languages: readonly Language[]
  /** The steps and fields it stands in, each once. */
  readonly places: readonly { node: string; field: string }[]
}

/** What is still marked with `[[…]]` in the texts citizens read, in the order it is met. */
export function openValues(flow: Flow): OpenValue[] {
  const found = new Map<
    string,
    { key: FillInKey | null; languages: Set<Language>; places: Map<string, OpenValue['places'][number]> }
  >()
  for (const { node, field, text } of flowTexts(flow)) {
    for (const language of flow.languages) {
      for (const [, words = ''] of (text[language] ?? '').matchAll(MARKER)) {
        const key = fillInCalled(words)
        const called = key ?? words.trim()
        const value = found.get(called) ?? { key, languages: new Set(), places: new Map() }
        found.set(called, value)
        value.languages.add(language)
        value.places.set(`${node} ${field}`, { node, field })
      }
    }
  }
  return [...found].map(([called, { key, languages, places }]) => ({
    called,
    key,
    languages: flow.languages.filter(language => languages.has(language)),
    places: [...places.values()],
  }))
}

/** Faults of a step that say nothing has been chosen yet; all others are mistakes. */
const choiceCodes = new Set<string>(['topic_missing'])

/** Something of the town that a step shall name and does not yet. */
export interface OpenChoice {
  readonly kind: Reference['kind']
  readonly node: string
  readonly field: string
}

const choicesAt = (node: FlowNode, town: TownData): OpenChoice[] => [
  ...askNode(node, ({ refers }, config) => refers?.(config))
    .filter(({ id }) => id === '')
    .map(({ kind, field }) => ({ kind, node: node.id, field })),
  ...askNode(node, ({ faults }, config) => faults?.(config, town))
    .filter(({ code }) => choiceCodes.has(code))
    .map(({ field }) => ({ kind: 'topic' as const, node: node.id, field })),
]

/** What is still to be chosen: departments, tables, calendars, topics. */
export const openChoices = (flow: Flow, town: TownData): OpenChoice[] =>
  flow.nodes.flatMap(node => choicesAt(node, town))
