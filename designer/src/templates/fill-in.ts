import { type Flow, type FlowNode, flowTexts, type Language, withText } from '@pregoner/shared'
import { fillInCalled, MARKER } from './fill-ins.ts'

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

/** The steps of a flow whose texts one of `places` names, for a list that leads there. */
export const nodesAt = (flow: Flow, places: readonly { node: string }[]): FlowNode[] =>
  flow.nodes.filter(({ id }) => places.some(({ node }) => node === id))
