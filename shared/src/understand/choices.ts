import { comparable, withoutFillers, wordsOf } from './words.ts'

/** One way to go on, in the words of the contact's language. */
export interface Choice {
  id: string
  label: string
  synonyms?: readonly string[]
  /** Labels and synonyms in the flow's other languages; each counts as a synonym, after those of the own language. */
  otherLanguages?: readonly string[]
}

/** A text of an officer, cut up for matching. */
interface Wording {
  source: string
  /** Normalized. */
  words: readonly string[]
  /** What a whole message is compared with. */
  whole: string
  /** The same without greetings and articles around it. */
  core: string
}

/** One wording of one choice. */
export interface Phrase extends Wording {
  choiceId: string
  kind: 'label' | 'synonym'
}

/** A choice found by an exact wording; null when several choices share the wording. */
export type Exact = ReadonlyMap<string, Phrase | null>

/** The choices indexed for matching, each index made when it is first asked for. */
export interface PreparedChoices {
  labels(): Exact
  /** Labels by their core, also without numbering or what stands in brackets. */
  looseLabels(): Exact
  synonyms(): Exact
  otherLanguages(): Exact
  phrases(): readonly Phrase[]
}

const prepared = new WeakMap<readonly Choice[], PreparedChoices>()

/** The index of a list of choices, made once for each list. */
export function prepare(choices: readonly Choice[]): PreparedChoices {
  const known = prepared.get(choices)
  if (known) return known
  const all = (kind: Phrase['kind'], texts: (choice: Choice) => readonly string[]) => () =>
    choices.flatMap(choice => texts(choice).map(text => ({ ...wordingOf(text), choiceId: choice.id, kind })))
  const labels = once(all('label', choice => [choice.label]))
  const loose = once(all('label', choice => looseForms(choice.label)))
  const synonyms = once(all('synonym', choice => choice.synonyms ?? []))
  const others = once(all('synonym', choice => choice.otherLanguages ?? []))
  const result: PreparedChoices = {
    labels: once(() => exact(labels(), 'whole')),
    looseLabels: once(() => exact([...labels(), ...loose()], 'core')),
    synonyms: once(() => exact(synonyms(), 'whole')),
    otherLanguages: once(() => exact(others(), 'whole')),
    phrases: once(() =>
      [...labels(), ...loose(), ...synonyms(), ...others()].filter(phrase => phrase.words.length > 0),
    ),
  }
  prepared.set(choices, result)
  return result
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const MAX_REMEMBERED = 20_000
const wordings = new Map<string, Wording>()

/** Officers' texts are few and come back on every turn, so they are cut up once. */
function wordingOf(source: string): Wording {
  const known = wordings.get(source)
  if (known) return known
  const words = wordsOf(source)
  const wording = { source, words, whole: comparable(source), core: withoutFillers(words).join(' ') }
  if (wordings.size >= MAX_REMEMBERED) wordings.clear()
  wordings.set(source, wording)
  return wording
}

/** `1. La Clau (tràmits)` is also called `La Clau`. */
function looseForms(label: string): string[] {
  if (!/[\d(]/.test(label)) return []
  const form = label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^\s*\d{1,3}\ufe0f?(?:\u20e3|\s*[.):\-–—])\s*/u, '')
    .trim()
  return form === '' || form === label.trim() ? [] : [form]
}

function exact(phrases: readonly Phrase[], form: 'whole' | 'core'): Exact {
  const found = new Map<string, Phrase | null>()
  for (const phrase of phrases) {
    const wording = phrase[form]
    const earlier = found.get(wording)
    if (wording === '' || earlier?.choiceId === phrase.choiceId) continue
    found.set(wording, earlier === undefined ? phrase : null)
  }
  return found
}
