const isAddress = (word: string): boolean => /.@./.test(word)
const SEPARATED = String.raw`[\s.\-–/()]?`
/** Six digits or more, as in telephone, identity-card and account numbers, with the letters and signs around them. */
const LONG_NUMBER = new RegExp(String.raw`[\p{L}+]{0,4}\p{Nd}(?:${SEPARATED}\p{Nd}){5,}[\p{L}]?`, 'gu')

export const MASK = '•••'

/** A citizen's words with e-mail addresses and long numbers taken out, for officers who need not see them. */
export const masked = (text: string): string =>
  text
    .split(/(\s+)/)
    .map(word => (isAddress(word) ? MASK : word))
    .join('')
    .replace(LONG_NUMBER, MASK)
