const isAddress = (word: string): boolean => /.@./.test(word)
/** Signs between the digits of one number as people write them; of an account, or an Italian tax code, a letter, too. */
const BETWEEN = String.raw`[\s.,_\-–/()]{0,3}\p{L}?`
/** Six digits or more, as in telephone, identity-card and account numbers, with the letters and signs around them. */
const LONG_NUMBER = new RegExp(
  String.raw`(?:(?<!\p{L})\p{L}-)?[\p{L}+]{0,6}\p{Nd}(?:${BETWEEN}\p{Nd}){5,}(?:[.\-–]?\p{L}(?!\p{L}))?`,
  'gu',
)

export const MASK = '•••'

/** A citizen's words with e-mail addresses and long numbers taken out, for officers who need not see them. */
export function masked(text: string): string {
  const words = text.split(/(\s+)/)
  const isSign = (index: number) => words[index] === '@'
  return words
    .map((word, at) => (isAddress(word) || [at - 2, at, at + 2].some(isSign) ? MASK : word))
    .join('')
    .replace(LONG_NUMBER, MASK)
}
