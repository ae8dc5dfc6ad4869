import type { Choice } from './choices.ts'
import { typosBetween } from './distance.ts'
import { withoutFillers, wordsOf } from './words.ts'

const MIN_STEM_LETTERS = 4 // "escombraries" and "escombriaire" share a stem, "el" and "els" say nothing
const MIN_WORD_LETTERS = 3
const TWO_TYPOS_LETTERS = 7
const LEAST_LIKENESS = 0.4
/** Little words that stand in every sentence and choose nothing; normalized, in four languages. */
const littleWords = new Set(
  'una uns unes per amb que com mes dels con por para mas del dal che non tra una uno the for and with that'.split(' '),
)

/** How alike two words are, from 0 to 1: the same, nearly the same, or with the same beginning. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const shorter = Math.min(one.length, other.length)
  if (shorter < MIN_STEM_LETTERS) return 0
  const maxTypos = shorter < TWO_TYPOS_LETTERS ? 1 : 2
  const typos = typosBetween(one, other, maxTypos)
  if (typos <= maxTypos) return 1 - typos / shorter
  let same = 0
  while (same < shorter && one[same] === other[same]) same++
  return same >= MIN_STEM_LETTERS ? same / Math.max(one.length, other.length) : 0
}

const tellingWords = (text: string): string[] =>
  withoutFillers(wordsOf(text)).filter(word => word.length >= MIN_WORD_LETTERS && !littleWords.has(word))

/** How much of what was said stands in a wording, whatever else it says. */
function closeness(said: readonly string[], wording: readonly string[]): number {
  const best = said.map(word => Math.max(0, ...wording.map(known => likeness(word, known))))
  return Math.max(0, ...best)
}

/**
 * The choice an answer that was not understood comes nearest to, to be suggested to an officer; null when none is near
 * or two are equally. Looser than `understand`, because a person decides.
 */
export function nearestChoice(choices: readonly Choice[], text: string): string | null {
  const said = tellingWords(text)
  const scored = choices
    .map(({ id, label, synonyms = [], otherLanguages = [] }) => ({
      id,
      score: Math.max(
        0,
        ...[label, ...synonyms, ...otherLanguages].map(wording => closeness(said, tellingWords(wording))),
      ),
    }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = scored
  if (!best || best.score < LEAST_LIKENESS || best.score === second?.score) return null
  return best.id
}
