import { fold } from '../stores/fold.ts'
import { loosely } from '../stores/loosely.ts'

const MAX_WORDS = 8
const MIN_DIGITS = 3

/** A word somebody looks for, whatever accents and capitals it was written with. */
export interface SearchedWord {
  pattern: RegExp
  isIn: (text: string) => boolean
}

function wordOf(word: string): SearchedWord {
  const pattern = loosely(word)
  const digits = word.replace(/\D/g, '')
  // A phone number is kept as digits alone: +34600… is found as 34600….
  const isNumber = digits.length >= MIN_DIGITS && /^[+\d().-]+$/.test(word)
  return { pattern, isIn: text => pattern.test(text) || (isNumber && text.includes(digits)) }
}

/** The words of what somebody typed, each once. */
export const wordsOf = (text: string): SearchedWord[] =>
  [...new Set(fold(text).split(/\s+/).filter(Boolean))].slice(0, MAX_WORDS).map(wordOf)
