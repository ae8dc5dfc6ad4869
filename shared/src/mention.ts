const WORD = /[\p{L}\p{N}]/u

/**
 * The people whose name follows an `@` in a text, each once, whatever its case. Of names that begin alike the longest
 * one counts.
 */
export function mentionsIn<Person extends { name: string }>(text: string, people: readonly Person[]): Person[] {
  const words = text.normalize('NFC').toLocaleLowerCase()
  const found = new Set<Person>()
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    if (WORD.test(words.charAt(at - 1))) continue // an e-mail address
    const named = people.filter(({ name }) => isNamed(words, at + 1, name))
    const longest = Math.max(0, ...named.map(({ name }) => name.length))
    for (const person of named) if (person.name.length === longest) found.add(person)
  }
  return [...found]
}

function isNamed(words: string, from: number, name: string): boolean {
  const looked = name.normalize('NFC').toLocaleLowerCase()
  return looked !== '' && words.startsWith(looked, from) && !WORD.test(words.charAt(from + looked.length))
}
