import { comparable, withoutFillers, wordsOf } from './words.ts'

/** One way to go on, in the words of the contact's language. */
export interface Choice {
  id: string
  label: string
  synonyms?: readonly string[]
  /** Labels and synonyms in the flow's other languages; each counts as a synonym, after those of the own language. */
  otherLanguages?: readonly string[]
}

/** One wording of a choice, cut into normalized words. */
export interface Phrase {
  choiceId: string
  kind: 'label' | 'synonym'
  /** As the officer wrote it. */
  source: string
  words: readonly string[]
}

/** A choice found by an exact wording; null when several choices share the wording. */
export type Exact = ReadonlyMap<string, Phrase | null>

export interface PreparedChoices {
  position: ReadonlyMap<string, number>
  labels: Exact
  /** Labels without articles, numbering or what stands in brackets. */
  looseLabels: Exact
  synonyms: Exact
  otherLanguages: Exact
  phrases: readonly Phrase[]
}

const prepared = new WeakMap<readonly Choice[], PreparedChoices>()

/** The choices indexed for matching, once for each list. */
export function prepare(choices: readonly Choice[]): PreparedChoices {
  const known = prepared.get(choices)
  if (known) return known
  const labels = choices.map(choice => phraseOf(choice, 'label', choice.label))
  const loose = choices.flatMap(choice => looseForms(choice.label).map(form => phraseOf(choice, 'label', form)))
  const synonyms = choices.flatMap(choice => (choice.synonyms ?? []).map(text => phraseOf(choice, 'synonym', text)))
  const others = choices.flatMap(choice => (choice.otherLanguages ?? []).map(text => phraseOf(choice, 'synonym', text)))
  const result: PreparedChoices = {
    position: new Map(choices.map((choice, index) => [choice.id, index + 1])),
    labels: exact(labels, phrase => comparable(phrase.source)),
    looseLabels: exact([...labels, ...loose], phrase => withoutFillers(phrase.words).join(' ')),
    synonyms: exact(synonyms, phrase => comparable(phrase.source)),
    otherLanguages: exact(others, phrase => comparable(phrase.source)),
    phrases: [...labels, ...loose, ...synonyms, ...others].filter(phrase => phrase.words.length > 0),
  }
  prepared.set(choices, result)
  return result
}

const phraseOf = (choice: Choice, kind: Phrase['kind'], source: string): Phrase => ({
  choiceId: choice.id,
  kind,
  source,
  words: wordsOf(source),
})

/** `1. La Clau (tràmits)` is also called `La Clau`. */
function looseForms(label: string): string[] {
  const form = label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^\s*\d{1,3}\ufe0f?(?:\u20e3|\s*[.):\-–—])\s*/u, '')
    .trim()
  return form === '' || form === label.trim() ? [] : [form]
}

function exact(phrases: readonly Phrase[], key: (phrase: Phrase) => string): Exact {
  const found = new Map<string, Phrase | null>()
  for (const phrase of phrases) {
    const wording = key(phrase)
    const earlier = found.get(wording)
    if (wording === '' || (earlier && earlier.choiceId === phrase.choiceId)) continue
    found.set(wording, earlier === undefined ? phrase : null)
  }
  return found
}
