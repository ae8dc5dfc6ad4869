const WORD = /[\p{L}\p{N}]/u

/** Where a text names somebody: from its `@` to the end of the name, counted in the text's composed form (NFC). */
export interface Mention<Person> {
  from: number
  to: number
  /** More than one where two have the same name. */
  people: Person[]
}

const folded = (words: string) => words.normalize('NFC').toLocaleLowerCase()

/** The places where a name follows an `@`, whatever its case. Of names that begin alike the longest one counts. */
export function findMentions<Person extends { name: string }>(
  text: string,
  people: readonly Person[],
): Mention<Person>[] {
  const words = text.normalize('NFC')
  const found: Mention<Person>[] = []
  for (let from = words.indexOf('@'); from >= 0; from = words.indexOf('@', from + 1)) {
    if (WORD.test(words.charAt(from - 1))) continue // an e-mail address
    const named = people.filter(({ name }) => isNamed(words, from + 1, name.normalize('NFC')))
    const longest = Math.max(0, ...named.map(({ name }) => name.normalize('NFC').length))
    const meant = named.filter(({ name }) => name.normalize('NFC').length === longest)
    if (meant.length > 0) found.push({ from, to: from + 1 + longest, people: meant })
  }
  return found
}

/** The people a text names by `@`, each once. */
export const mentionsIn = <Person extends { name: string }>(text: string, people: readonly Person[]): Person[] => [
  ...new Set(findMentions(text, people).flatMap(mention => mention.people)),
]

function isNamed(words: string, from: number, name: string): boolean {
  const to = from + name.length
  return name !== '' && folded(words.slice(from, to)) === folded(name) && !WORD.test(words.charAt(to))
}
