import { type FlowNode, type Language, type NodeFamily, nodeDefinition, textIn } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import { nodeWords } from '../nodes/words.ts'
import { exitsOf } from './exits.ts'

const MAX_TITLE_CHARS = 60

const isWord = (key: string): key is keyof typeof nodeWords.catalogues.ca => Object.hasOwn(nodeWords.catalogues.ca, key)

const word = (key: string, otherwise: string): string => (isWord(key) ? translate(nodeWords, key) : otherwise)

/** What kind of step it is, in the language of the screens. */
export const kindOf = (type: string): string => word(`type.${type}`, type)

export const kindHint = (type: string): string => word(`type_hint.${type}`, '')

export const familyOf = (type: string): NodeFamily => nodeDefinition(type)?.family ?? 'canvas'

export const familyName = (family: NodeFamily): string => word(`family.${family}`, family)

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MAX_TITLE_CHARS ? `${line.slice(0, MAX_TITLE_CHARS - 1).trimEnd()}…` : line
}

const titles = new WeakMap<FlowNode, { language: Language; title: string }>()

/** A title out of what a step says in `language`; empty when it says nothing yet. */
const titleFromText = (node: FlowNode, language: Language): string => {
  const known = titles.get(node)
  if (known?.language === language) return known.title
  const config = nodeDefinition(node.type)?.config.safeParse(node.config)
  const title = config?.success ? shortened(nodeView(node.type)?.titleOf?.(config.data, language) ?? '') : ''
  titles.set(node, { language, title })
  return title
}

/** The officer's name for a step, else a title out of what it says, else its kind. */
export const titleOf = (node: FlowNode, language: Language): string =>
  node.name || titleFromText(node, language) || kindOf(node.type)

/** An option's own words, else the name of the exit in the language of the screens. */
export const exitLabel = (node: FlowNode, exitId: string, language: Language): string => {
  const label = exitsOf(node).find(exit => exit.id === exitId)?.label
  return shortened(textIn(label, language, language)) || word(`exit.${exitId}`, exitId)
}
