import { plainText } from '../editor/plain-text.ts'

const FORGET_MS = 700 // a pause that long begins another word

/** A line that can be found by what it begins with. */
export interface Findable {
  readonly key: string
  readonly text: string
  /** Steps are found by their number as well. */
  readonly number: number | null
}

/** Remembers the letters typed so far and finds the line they mean, from `current` on and around. */
export const createTypeahead = () => {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  return (letter: string, at: number, lines: readonly Findable[], current: string): string | null => {
    const isNew = at - last > FORGET_MS
    last = at
    typed = isNew ? plainText(letter) : typed + plainText(letter)
    const from = lines.findIndex(({ key }) => key === current)
    // A new word looks further on, so that one letter pressed again and again walks from match to match.
    const isRepeated = !isNew && [...typed].every(one => one === typed[0])
    const wanted = isRepeated ? typed.slice(0, 1) : typed
    const start = isNew || isRepeated ? from + 1 : Math.max(from, 0)
    const inOrder = [...lines.slice(start), ...lines.slice(0, start)]
    const isMeant = ({ text, number }: Findable) =>
      /^\d+$/.test(typed) ? number === Number(typed) : plainText(text).startsWith(wanted)
    return inOrder.find(isMeant)?.key ?? null
  }
}

/** A letter or digit that somebody types to get to a line. */
export const isTypeaheadKey = (key: string): boolean => /^[\p{L}\p{N}]$/u.test(key)
