import {
  type FlowNode,
  type InterfaceLanguage,
  type Language,
  type LocalizedText,
  languageCodes,
  type NodeFamily,
  nodeDefinition,
  readConfig,
  textIn,
} from '@pregoner/shared'
import { currentLanguage, translate } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import { plainWords } from '../nodes/value-names.ts'
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

/** The language in which `textIn` finds a text. */
const writtenIn = (text: LocalizedText | undefined, wanted: Language): Language | undefined =>
  [wanted, ...languageCodes].find(code => text?.[code])

interface Titles {
  language: Language
  /** In which the values of a text are named. */
  screenLanguage: InterfaceLanguage
  /** What the type makes its title, like the name of a frame. */
  own: string
  /** The first words a citizen reads. */
  words: string
  /** In which those words are written. */
  wordsIn: Language | undefined
}
const known = new WeakMap<FlowNode, Titles>()

const titlesOf = (node: FlowNode, language: Language): Titles => {
  const before = known.get(node)
  const screenLanguage = currentLanguage()
  if (before?.language === language && before.screenLanguage === screenLanguage) return before
  const definition = nodeDefinition(node.type)
  const parsed = definition && readConfig(definition, node.config)
  const [first] = (parsed?.success && definition?.texts?.(parsed.data)) || []
  const titles = {
    language,
    screenLanguage,
    own: parsed?.success ? shortened(nodeView(node.type)?.titleOf?.(parsed.data, language) ?? '') : '',
    words: shortened(plainWords(textIn(first?.text, language, language))),
    wordsIn: writtenIn(first?.text, language),
  }
  known.set(node, titles)
  return titles
}

/** What stands on a card, whose words are read below: the officer's name for the step, else its kind. */
export const cardTitleOf = (node: FlowNode, language: Language): string =>
  node.name || titlesOf(node, language).own || kindOf(node.type)

/** What a step is called where its words are not seen: the officer's name, else its first words, else its kind. */
export const titleOf = (node: FlowNode, language: Language): string => {
  if (node.name) return node.name
  const { own, words } = titlesOf(node, language)
  return own || words || kindOf(node.type)
}

/** The language of a title that is a citizen's text; undefined when it is a name or a kind, in the officer's own. */
export const titleLanguage = (node: FlowNode, language: Language): Language | undefined => {
  if (node.name) return undefined
  const { own, words, wordsIn } = titlesOf(node, language)
  return !own && words ? wordsIn : undefined
}

/** The language of an option's own words; undefined when the exit is named in the language of the screens. */
export const exitLanguage = (node: FlowNode, exitId: string, language: Language): Language | undefined =>
  writtenIn(exitsOf(node).find(exit => exit.id === exitId)?.label, language)

/** An option's own words, else the name of the exit in the language of the screens. */
export const exitLabel = (node: FlowNode, exitId: string, language: Language): string => {
  const label = exitsOf(node).find(exit => exit.id === exitId)?.label
  return shortened(textIn(label, language, language)) || word(`exit.${exitId}`, exitId)
}
