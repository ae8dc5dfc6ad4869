/** A mention that is being written: from its `@` to the cursor. */
export interface BegunMention {
  /** Where the `@` is. */
  from: number
  words: string
}

const MAX_CHARS = 40

/** The mention the cursor stands in, or null. */
export function mentionAt(text: string, cursor: number): BegunMention | null {
  const begun = text.slice(0, cursor).match(/(?:^|[^\p{L}\p{N}])@([^@\n]*)$/u)?.[1]
  if (begun === undefined || begun.length > MAX_CHARS) return null
  return { from: cursor - begun.length - 1, words: begun }
}

const folded = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Who may be meant: a part of whose name begins like this, without minding accents. */
export function meantBy<Person extends { name: string }>(words: string, people: readonly Person[]): Person[] {
  const looked = folded(words)
  return people.filter(({ name }) => {
    const whole = folded(name)
    return whole.startsWith(looked) || whole.split(/\s+/).some(part => part.startsWith(looked))
  })
}

/** The text with the whole name in place of what was begun, and where the cursor goes then. */
export function complete(text: string, { from, words }: BegunMention, name: string): { text: string; cursor: number } {
  const before = `${text.slice(0, from)}@${name} `
  return { text: before + text.slice(from + 1 + words.length).replace(/^ /, ''), cursor: before.length }
}
