import { type Flow, flowTexts, type Language, withText } from '@pregoner/shared'
import { exampleOf, fillInCalled, isInterfaceLanguage, MARKER } from './fill-ins.ts'
import { openValues } from './open-places.ts'

/** What is written in place of a marker, by language. */
export type Written = { readonly [Code in Language]?: string }

/** The flow with `written` in place of every marker called so, in the texts of each language. */
export function fillIn(flow: Flow, called: string, written: Written): Flow {
  const replaced = (text: string, language: Language) =>
    text.replace(MARKER, (whole, words: string) => {
      const isMeant = (fillInCalled(words) ?? words.trim()) === called
      return isMeant ? written[language]?.trim() || whole : whole
    })
  return flowTexts(flow).reduce((drawing, { node, field, text }) => {
    const entries = flow.languages.flatMap(language => {
      const words = text[language]
      return words === undefined ? [] : [[language, replaced(words, language)] as const]
    })
    return withText(drawing, { node, field }, { ...text, ...Object.fromEntries(entries) })
  }, flow)
}

/** The flow with an example in place of everything that is open, to try it out before anything is filled in. */
export const withExamples = (flow: Flow): Flow =>
  openValues(flow).reduce((drawing, { called, key, languages }) => {
    const spoken = languages.filter(isInterfaceLanguage)
    return fillIn(drawing, called, Object.fromEntries(spoken.map(code => [code, key ? exampleOf(key, code) : called])))
  }, flow)
