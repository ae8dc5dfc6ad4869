const MAX_CHARS = 4096 // WhatsApp Cloud API, body of a text message
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

/** A text as matching sees it: lower case, no accents (ñ is n, ç is c, l·l is ll), signs and emoji off, spaces squeezed. */
export function normalize(text: string): string {
  return isPlain(text) ? spaced(text.toLowerCase().replace(/l\.l/g, 'll'), /[^a-z0-9]+/g) : normalizeAny(text)
}

const isPlain = (text: string): boolean => text.length < 200 && /^[ -~]*$/.test(text)
const spaced = (text: string, between: RegExp): string => text.replace(between, ' ').trim()

function normalizeAny(text: string): string {
  const folded = text
    .slice(0, MAX_CHARS)
    .replace(/n\s?\.?\s?[º°]/gi, 'n ')
    .replaceAll('🔟', '10')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/l[·.•‧]l/g, 'll')
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('ß', 'ss')
    .replace(DIGITS, digit => String(digit.charCodeAt(0) & 15))
    .normalize('NFC')
  return spaced(folded, /[^\p{L}\p{N}]+/gu)
    .slice(0, MAX_CHARS)
    .trim()
}

/** The normalized words of a text. */
export function wordsOf(text: string): string[] {
  const normal = normalize(text)
  return normal === '' ? [] : normal.split(' ')
}

/** What two texts are compared by: the normalized text, or the bare signs of a text made of emoji only. */
export function comparable(text: string): string {
  return normalize(text) || bareSigns(text)
}

const bareSigns = (text: string): string =>
  text
    .slice(0, MAX_CHARS)
    .replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')
    .trim()

/** Whether a message is, or contains as whole words, a keyword such as `ALTA`. */
export function hasKeyword(text: string, keyword: string, mode: 'exact' | 'any_word'): boolean {
  const wanted = comparable(keyword)
  if (wanted === '') return false
  if (mode === 'exact') return comparable(text) === wanted
  const isSign = normalize(keyword) === ''
  return isSign ? bareSigns(text).includes(wanted) : ` ${normalize(text)} `.includes(` ${wanted} `)
}

/** Where `phrase` begins among `words`, every time. */
export function occurrences(phrase: readonly string[], words: readonly string[]): number[] {
  const found: number[] = []
  if (phrase.length === 0) return found
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, index) => words[at + index] === word)) found.push(at)
  }
  return found
}

/** Phrases written with commas between, as words. */
export const phrasesOf = (text: string): string[][] => text.split(',').map(phrase => phrase.trim().split(/\s+/))

/** What people put around an answer: greetings, articles, "I want", "please". Normalized, in four languages. */
export const fillers = phrasesOf(
  `la, el, els, les, l, lo, los, las, il, gli, le, the, de, del, della, di, d, of,
  vull, volem, voldria, m agradaria, necessito, quiero, queremos, quisiera, querria, me gustaria, necesito, voglio,
  vorrei, mi piacerebbe, ho bisogno di, i want, i would like, i d like, i need, vull saber, quiero saber, saber,
  vorrei sapere, sapere, to know, trio, tria, escull, escullo, elijo, escojo, elegir, scelgo, i choose, choose,
  prefereixo, prefiero, preferisco, i prefer, dona m, dame, dammi, give me, si us plau, sisplau, per favor, por favor,
  per favore, per piacere, please, gracies, moltes gracies, merces, gracias, muchas gracias, grazie, grazie mille,
  thanks, thank you, hola, bon dia, bona tarda, bona vesprada, bona nit, bones, buenas, buenos dias, buenas tardes,
  buongiorno, buonasera, salve, ciao, hello, hi, good morning`,
)

/** A function that takes known phrases off both ends of what was said, the longest first, down to nothing. */
export function stripping(phrases: readonly string[][]): (words: readonly string[]) => readonly string[] {
  const byLength = phrases.toSorted((one, other) => other.length - one.length)
  const byFirst = groupedBy(byLength, phrase => phrase[0])
  const byLast = groupedBy(byLength, phrase => phrase.at(-1))
  return words => {
    let from = 0
    let to = words.length
    const stands = (phrase: readonly string[], at: number): boolean =>
      at >= from && at + phrase.length <= to && phrase.every((word, index) => words[at + index] === word)
    while (from < to) {
      const first = byFirst.get(words[from])?.find(phrase => stands(phrase, from))
      const last = first ? undefined : byLast.get(words[to - 1])?.find(phrase => stands(phrase, to - phrase.length))
      if (!first && !last) break
      from += first?.length ?? 0
      to -= last?.length ?? 0
    }
    return words.slice(from, to)
  }
}

function groupedBy(phrases: readonly string[][], key: (phrase: string[]) => string | undefined) {
  const groups = new Map<string | undefined, string[][]>()
  for (const phrase of phrases) groups.set(key(phrase), [...(groups.get(key(phrase)) ?? []), phrase])
  return groups
}

/** The words left without greetings, articles and politeness at both ends; none when nothing else was said. */
export const withoutFillers = stripping(fillers)

const negations = new Set(
  `no not non ni mai nunca never sense sin senza without tampoc tampoco neanche except excepte excepto tranne menys
  menos don dont`.split(/\s+/),
)

export const isNegation = (word: string): boolean => negations.has(word)
