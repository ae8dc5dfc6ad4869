import {
  askNode,
  type Flow,
  type FlowNode,
  type Language,
  type NotUnderstoodText,
  nearestChoice,
  type Offer,
  type TownData,
  textIn,
  understandingOf,
  withWords,
} from '@pregoner/shared'

const MAX_SYNONYM_CHARS = 60 // a longer message tells a story, which nobody tells twice

export const offersOf = (node: FlowNode): readonly Offer[] =>
  askNode(node, (definition, config) => definition.offers?.(config))

/** Why a text cannot be a synonym; null when it can. */
export const unteachable = ({ text, isMasked }: NotUnderstoodText): 'hidden' | 'masked' | 'long' | null => {
  if (text === null) return 'hidden'
  if (isMasked) return text.length > MAX_SYNONYM_CHARS ? 'long' : 'masked'
  return text.length > MAX_SYNONYM_CHARS ? 'long' : null
}

/** The language people wrote in where the flow has it, else the flow's own. */
export const spokenIn = ({ languages, defaultLanguage }: Flow, language: Language | null): Language =>
  language !== null && languages.includes(language) ? language : defaultLanguage

/** The option a text comes nearest to, in any language of the flow. */
export const suggestedOffer = (flow: Flow, offers: readonly Offer[], text: string, spoken: Language | null) => {
  const language = spokenIn(flow, spoken)
  const choices = offers.map(({ id, label, synonyms }) => ({
    id,
    label: textIn(label, language, flow.defaultLanguage),
    synonyms: Object.values(synonyms).flatMap(words => words ?? []),
    otherLanguages: Object.values(label).filter(Boolean),
  }))
  return nearestChoice(choices, text)
}

/** The drawing with a text among the synonyms of an option, as people wrote it but for the signs at its end. */
export function teach(flow: Flow, nodeId: string, offerId: string, text: string, spoken: Language | null): Flow {
  const node = flow.nodes.find(({ id }) => id === nodeId)
  const offer = node && offersOf(node).find(({ id }) => id === offerId)
  const synonym = text.replace(/[\s.,;:!?…]+$/u, '').trim()
  if (!offer || synonym === '') return flow
  const language = spokenIn(flow, spoken)
  const known = offer.synonyms[language] ?? []
  if (known.includes(synonym)) return flow
  const words = { ...offer.synonyms, [language]: [...known, synonym] }
  return withWords(flow, { node: nodeId, field: `${offer.field}.synonyms` }, words)
}

/** What the step of the drawing makes of a text now: the exit it leads to, null when it is still not understood. */
export function readerOf(flow: Flow, node: FlowNode, town: TownData, now: Date) {
  const goes = understandingOf({ ...flow, nodes: [node], edges: [] }, node.id, town, now)
  return ({ text, language }: NotUnderstoodText) =>
    text === null ? null : goes({ text, language, media: [], place: null })
}
