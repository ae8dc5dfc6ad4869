/** A text as it is searched in: without accents, in small letters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()

/** Whether every word searched for is somewhere in the text. */
export const holdsWords = (text: string, wanted: string): boolean => {
  const plain = plainText(text)
  return plainText(wanted)
    .split(/\s+/)
    .every(word => plain.includes(word))
}
