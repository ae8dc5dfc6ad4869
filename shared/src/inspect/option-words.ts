import type { Flow } from '../flow.ts'
import { type Language, textIn } from '../language.ts'
import type { Offer } from '../node.ts'
import { townWords } from '../platform-words.ts'
import type { PlatformWord } from '../town.ts'
import { comparable } from '../understand/words.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Words a citizen must be able to rely on; an option called "Menu" or "Help" does what it says. */
const reliable = new Set<PlatformWord>(['stop', 'my_data', 'delete_my_data'])

interface Wording {
  option: Offer
  word: string
  isLabel: boolean
}

const wordingsOf = (options: readonly Offer[], language: Language): Wording[] =>
  options.flatMap(option => [
    { option, word: option.label[language] ?? '', isLabel: true },
    ...(option.synonyms[language] ?? []).map(word => ({ option, word, isLabel: false })),
  ])

/** Wordings two options share: labels nobody can tell apart, synonyms that are never understood. */
function shared(node: string, options: readonly Offer[], language: Language): Finding[] {
  const first = new Map<string, Wording>()
  return wordingsOf(options, language).flatMap((wording): Finding[] => {
    const { option, word, isLabel } = wording
    const said = comparable(word)
    const before = first.get(said)
    if (said === '' || before?.option === option) return []
    first.set(said, before ?? wording)
    if (!before) return []
    const nameOf = (one: Wording) => textIn(one.option.label, language, language)
    if (isLabel && before.isLabel) {
      const field = `${option.field}.label`
      return [{ code: 'label_repeated', severity: 'error', node, field, values: { label: word, language } }]
    }
    const field = isLabel ? `${before.option.field}.synonyms` : `${option.field}.synonyms`
    const values = { word, language, first: nameOf(before), second: nameOf(wording) }
    return [{ code: 'words_clash', severity: 'warning', node, field, values }]
  })
}

function taken(node: string, options: readonly Offer[], flow: Flow, words: ReturnType<typeof townWords>): Finding[] {
  const told = new Set<string>()
  return flow.languages
    .flatMap(language => wordingsOf(options, language))
    .flatMap(({ option, word, isLabel }): Finding[] => {
      const meaning = words.get(comparable(word))
      if (!meaning || !reliable.has(meaning) || told.has(option.id)) return []
      told.add(option.id)
      const field = isLabel ? `${option.field}.label` : `${option.field}.synonyms`
      const values = { word, meaning, option: textIn(option.label, flow.defaultLanguage, flow.defaultLanguage) }
      return [{ code: 'option_takes_word', severity: 'warning', node, field, values }]
    })
}

/** Words that stand for two options of a menu, or that take a word of the whole channel away. */
export const optionWords: Rule = ({ flow, drawing, town }) => {
  const words = townWords(town)
  return reachedSteps(drawing).flatMap(({ id, definition, config }) => {
    const options = definition.offers?.(config) ?? []
    return [...flow.languages.flatMap(language => shared(id, options, language)), ...taken(id, options, flow, words)]
  })
}
