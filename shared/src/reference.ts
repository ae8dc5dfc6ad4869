const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ' // no vowels, no look-alikes: never a word, never misread
const CHARS = 7

/** The letters with which the references of a town begin. */
export const referenceLetters = (townKey: string): string => townKey.slice(0, 3).toUpperCase()

/** What a citizen is told to name their matter by; `chance` gives numbers from 0 up to but not including 1. */
export function newReference(townKey: string, chance: () => number): string {
  let reference = ''
  while (reference.length < CHARS) reference += LETTERS[Math.floor(chance() * LETTERS.length)]
  return `${referenceLetters(townKey)}-${reference}`
}
