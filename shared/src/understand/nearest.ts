import type { Choice } from './choices.ts'
import { typosBetween } from './distance.ts'
import { withoutFillers, wordsOf } from './words.ts'

const MIN_STEM_LETTERS = 4 // "escombraries" and "escombriaire" share a stem, "el" and "els" say nothing
const MAX_TYPOS = 2
const LEAST_LIKENESS = 0.4

/** How alike two words are, from 0 to 1: the same, nearly the same, or with the same beginning. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const shorter = Math.min(one.length, other.length)
  if (shorter < MIN_STEM_LETTERS) return 0
  const typos = typosBetween(one, other, MAX_TYPOS)
  if (typos <= MAX_TYPOS) return 1 - typos / shorter
  let same = 0
  while (same < shorter && one[same] === other[same]) same++
  return same >= MIN_STEM_LETTERS ? same / Math.max(one.length, other.length) : 0
}

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
  const said = withoutFillers(wordsOf(text))
  const scored = choices
    .map(({ id, label, synonyms = [], otherLanguages = [] }) => ({
      id,
      score: Math.max(
        0,
        ...[label, ...synonyms, ...otherLanguages].map(wording => closeness(said, withoutFillers(wordsOf(wording)))),
      ),
    }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = scored
  if (!best || best.score < LEAST_LIKENESS || best.score === second?.score) return null
  return best.id
}
