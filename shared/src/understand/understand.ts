import { type Choice, type Exact, type Phrase, type PreparedChoices, prepare } from './choices.ts'
import { typosBetween } from './distance.ts'
import { isNumberWord, menuNumber } from './number-words.ts'
import { comparable, isNegation, normalize, occurrences, withoutFillers } from './words.ts'

/** What made the match: a tap, a number, the label, a synonym, or nearly one of the words. */
export type Rule = 'tap' | 'number' | 'label' | 'synonym' | 'near'

export interface Understood {
  choiceId: string
  rule: Rule
  /** The label, synonym or number that matched. */
  matched: string
}

const MAX_SENTENCE_WORDS = 12 // a longer message tells a story; a label in it is chance
const MAX_NEAR_CHARS = 80
const MIN_PHRASE_LETTERS = 3
const MIN_NEAR_LETTERS = 4
const TWO_TYPOS_LETTERS = 7

/** What a step of matching found: a choice, or `ambiguous`, which ends the search because guessing is worse than asking. */
type Found = Phrase | 'ambiguous' | null

/**
 * Which choice a citizen meant; null when none or several could be meant. A tap on a choice that is not among these
 * (an old message) is never read as words.
 */
export function understand(
  choices: readonly Choice[],
  said: { text?: string | undefined; choiceId?: string | undefined },
): Understood | null {
  if (said.choiceId !== undefined) {
    const tapped = choices.find(choice => choice.id === said.choiceId)
    return tapped ? { choiceId: tapped.id, rule: 'tap', matched: tapped.label } : null
  }
  const wording = said.text === undefined ? '' : comparable(said.text)
  return wording === '' ? null : understandWords(choices, prepare(choices), wording)
}

function understandWords(choices: readonly Choice[], known: PreparedChoices, wording: string): Understood | null {
  const words = normalize(wording) === '' ? [] : wording.split(' ')
  const core = withoutFillers(words)
  const label = exactly(known.labels(), wording) ?? exactly(known.looseLabels(), core.join(' '))
  if (label) return result(label, 'label')
  const number = menuNumber(words)
  const numbered = number === null ? undefined : choices[number - 1]
  if (numbered) return { choiceId: numbered.id, rule: 'number', matched: String(number) }
  const synonym = synonymOf(known, wording) ?? synonymOf(known, core.join(' '))
  if (synonym) return result(synonym, 'synonym')
  if (number !== null || core.length === 0) return null
  const agreed = numberedLine(choices, known, words)
  if (agreed !== undefined) return agreed
  const inside = insideSentence(known, words)
  if (inside) return result(inside, inside === 'ambiguous' ? 'label' : inside.kind)
  return result(partOf(known, core) ?? nearly(known, words, core), 'near')
}

function result(found: Found, rule: Rule): Understood | null {
  if (!found || found === 'ambiguous') return null
  return { choiceId: found.choiceId, rule, matched: found.source }
}

function exactly(phrases: Exact, wording: string): Found {
  const found = phrases.get(wording)
  return found === null ? 'ambiguous' : (found ?? null)
}

const synonymOf = (known: PreparedChoices, wording: string): Found =>
  exactly(known.synonyms(), wording) ?? exactly(known.otherLanguages(), wording)

/** "2. Bus" copied from the menu: number and words must agree. Undefined when the message does not begin with one. */
function numberedLine(choices: readonly Choice[], known: PreparedChoices, words: readonly string[]) {
  const number = /^\d{1,3}$/.test(words[0] ?? '') ? Number(words[0]) : 0
  const numbered = choices[number - 1]
  if (!numbered || words.length < 2 || words.length > MAX_SENTENCE_WORDS) return undefined
  const meant = understandWords(choices, known, words.slice(1).join(' '))
  return meant?.choiceId === numbered.id ? meant : null
}

/** A choice named as a whole phrase within a short sentence, unless the sentence says no to something. */
function insideSentence(known: PreparedChoices, words: readonly string[]): Found {
  if (words.length > MAX_SENTENCE_WORDS) return null
  const spans = known
    .phrases()
    .filter(phrase => names(phrase.words, MIN_PHRASE_LETTERS))
    .flatMap(phrase => occurrences(phrase.words, words).map(from => ({ phrase, from, to: from + phrase.words.length })))
  const widest = spans.filter(
    span => !spans.some(other => other.from <= span.from && other.to >= span.to && width(other) > width(span)),
  )
  const [first] = widest
  if (!first) return null
  const isDenied = words.some((word, at) => isNegation(word) && !widest.some(span => at >= span.from && at < span.to))
  if (isDenied && !first.phrase.words.some(isNegation)) return 'ambiguous'
  return widest.every(span => span.phrase.choiceId === first.phrase.choiceId) ? first.phrase : 'ambiguous'
}

const width = (span: { from: number; to: number }): number => span.to - span.from

/** Whether words can name a choice: enough letters, and more than articles, numbers or a no. */
function names(words: readonly string[], minLetters: number): boolean {
  const telling = withoutFillers(words).filter(word => !isNumberWord(word) && !isNegation(word))
  return telling.join('').length >= minLetters
}

/** "impostos" for "Pagament d'impostos": a piece of the wording of one choice only. */
function partOf(known: PreparedChoices, core: readonly string[]): Found {
  if (!names(core, MIN_NEAR_LETTERS)) return null
  return only(known.phrases().filter(phrase => occurrences(core, phrase.words).length > 0))
}

/** The wording, or the first words of it, with a typo (two in long ones); the best must belong to one choice only. */
function nearly(known: PreparedChoices, words: readonly string[], core: readonly string[]): Found {
  let best: Phrase[] = []
  let fewest = 3
  for (const said of core.length < words.length ? [words, core] : [words]) {
    const text = said.join(' ')
    if (text.length > MAX_NEAR_CHARS || !names(said, MIN_NEAR_LETTERS - 1)) continue
    for (const phrase of known.phrases()) {
      const whole = typosIn(text, phrase.words)
      const isLonger = phrase.words.length > said.length
      const typos = isLonger ? Math.min(whole, typosIn(text, phrase.words.slice(0, said.length))) : whole
      if (typos < fewest) best = []
      if (typos <= fewest && typos < 3) best.push(phrase)
      fewest = Math.min(fewest, typos)
    }
  }
  return only(best)
}

/** Typos between what was said and a wording; 3 when too many or when their digits differ. */
function typosIn(text: string, words: readonly string[]): number {
  const wording = words.join(' ')
  const letters = wording.length - words.length + 1
  const limit = letters >= TWO_TYPOS_LETTERS ? 2 : 1
  if (letters < MIN_NEAR_LETTERS || Math.abs(wording.length - text.length) > limit) return 3
  if (digitsOf(wording) !== digitsOf(text)) return 3
  const typos = typosBetween(text, wording, limit)
  return typos > limit ? 3 : typos
}

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

function only(phrases: readonly Phrase[]): Found {
  const [first] = phrases
  if (!first) return null
  return phrases.every(phrase => phrase.choiceId === first.choiceId) ? first : 'ambiguous'
}
