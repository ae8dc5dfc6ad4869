/** What makes a text hard to read on a small screen. */
export interface Reading {
  words: number
  /** The longest sentence, and how many words it has. */
  longest: { text: string; words: number }
  /**
   * Gulpease: 89 + (300 × sentences − 10 × letters) / words; 100 is easiest. Made for Italian (Lucisano and Piemontese,
   * 1988: below 60 it is hard for people who finished compulsory school, below 40 for those with a diploma); counts
   * letters, not syllables, and so serves for Catalan, Spanish and English as an estimate.
   */
  ease: number
}

const NOT_READ = /\{\{[^{}]*\}\}|\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|[*_~`]/g
const SENTENCE_END = /(?<=[.!?…])\s+|\n+|(?<=[;:])\s+/
const WORD = /[\p{L}\p{M}][\p{L}\p{M}’'·-]*/gu

/** Looks at a text as a reader does: a line of a list is a sentence of its own; addresses and signs are not read. */
export function readingOf(text: string): Reading {
  const sentences = text
    .replace(NOT_READ, ' ')
    .split(SENTENCE_END)
    .map(sentence => ({ text: sentence.trim(), words: sentence.match(WORD) ?? [] }))
    .filter(({ words }) => words.length > 0)
  const all = sentences.flatMap(({ words }) => words)
  const letters = all.reduce((sum, word) => sum + word.replace(/[^\p{L}]/gu, '').length, 0)
  const longest = sentences.reduce(
    (most, { text: said, words }) => (words.length > most.words ? { text: said, words: words.length } : most),
    { text: '', words: 0 },
  )
  const ease = all.length === 0 ? 100 : 89 + (300 * sentences.length - 10 * letters) / all.length
  return { words: all.length, longest, ease: Math.max(0, Math.min(100, Math.round(ease))) }
}
