import { type Flow, flowTexts, type Language, type Problem } from '@pregoner/shared'
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

/** Problems that say something of the town has not been chosen yet; the others are mistakes. */
const choiceCodes = new Set<string>(['reference_missing', 'topic_missing'])

/** What is still to be chosen: departments, tables, calendars, topics. */
export const openChoices = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ code }) => choiceCodes.has(code))
