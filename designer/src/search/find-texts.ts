import { type Flow, type FlowText, flowTexts, type Language, type LocalizedText, withText } from '@pregoner/shared'

export interface Query {
  words: string
  matchCase: boolean
  wholeWords: boolean
  /** Only in this language; null looks in all. */
  language: Language | null
}

/** A place where the words stand. */
export interface Hit {
  node: string
  field: string
  language: Language
  start: number
  found: string
  /** A few words on both sides. */
  before: string
  after: string
}

const AROUND = 36
const MAX_TEXT = 20_000 // of the flow document; a longer text could not be saved
const PLACEHOLDER = /\{\{.*?\}\}/gs

const patternOf = ({ words, matchCase, wholeWords }: Query): RegExp => {
  const literal = words.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const edge = '[\\p{L}\\p{M}\\p{N}_]'
  return new RegExp(wholeWords ? `(?<!${edge})${literal}(?!${edge})` : literal, matchCase ? 'gu' : 'giu')
}

/** Where values are filled in; what stands there is no text and must not change. */
const placeholdersIn = (text: string) =>
  [...text.matchAll(PLACEHOLDER)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }))

const entriesOf = (text: LocalizedText): [Language, string][] =>
  Object.entries(text).flatMap(([code, words]): [Language, string][] =>
    isLanguage(text, code) && words ? [[code, words.normalize('NFC')]] : [],
  )
const isLanguage = (text: LocalizedText, code: string): code is Language => Object.hasOwn(text, code)

/** Every place in the texts of a flow where the words stand, and how many were passed over inside placeholders. */
export const findHits = (flow: Flow, query: Query): { hits: Hit[]; guarded: number } => {
  if (query.words.trim() === '') return { hits: [], guarded: 0 }
  const pattern = patternOf(query)
  let guarded = 0
  const hits = flowTexts(flow).flatMap(({ node, field, text, isPlain }) =>
    entriesOf(text).flatMap(([language, words]): Hit[] => {
      if (query.language !== null && query.language !== language) return []
      const fixed = isPlain ? [] : placeholdersIn(words)
      return [...words.matchAll(pattern)].flatMap(({ index: start, 0: found }): Hit[] => {
        const end = start + found.length
        if (fixed.some(place => start < place.end && end > place.start)) {
          guarded += 1
          return []
        }
        const [from, to] = [Math.max(0, start - AROUND), end + AROUND]
        const before = `${from > 0 ? '…' : ''}${words.slice(from, start)}`
        const after = `${words.slice(end, to)}${to < words.length ? '…' : ''}`
        return [{ node, field, language, start, found, before, after }]
      })
    }),
  )
  return { hits, guarded }
}

export interface Replaced {
  flow: Flow
  count: number
  /** Places that read otherwise by now, or whose text would grow past what can be saved. */
  left: number
  /** Texts that are longer than the channel admits since. */
  tooLong: number
}

const isTooLong = ({ maxChars, mayDegrade }: FlowText, text: LocalizedText) =>
  !mayDegrade && Object.values(text).some(words => (words?.length ?? 0) > maxChars)

/** The flow with other words at these places, as long as they still read as they did when they were found. */
export const replaceHits = (flow: Flow, hits: readonly Hit[], replacement: string): Replaced => {
  const texts = new Map(flowTexts(flow).map(text => [`${text.node} ${text.field}`, text]))
  const changed = new Map<string, LocalizedText>()
  let count = 0
  // From the last to the first, so that the places before stay where they are.
  for (const hit of [...hits].sort((a, b) => b.start - a.start)) {
    const key = `${hit.node} ${hit.field}`
    const text = changed.get(key) ?? texts.get(key)?.text
    const words = text?.[hit.language]?.normalize('NFC')
    const end = hit.start + hit.found.length
    if (!text || words === undefined || words.slice(hit.start, end) !== hit.found) continue
    const next = words.slice(0, hit.start) + replacement + words.slice(end)
    if (next.length > MAX_TEXT) continue
    changed.set(key, { ...text, [hit.language]: next })
    count += 1
  }
  let tooLong = 0
  let after = flow
  for (const [key, text] of changed) {
    const before = texts.get(key)
    if (!before) continue
    if (isTooLong(before, text) && !isTooLong(before, before.text)) tooLong += 1
    after = withText(after, { node: before.node, field: before.field }, text)
  }
  return { flow: after, count, left: hits.length - count, tooLong }
}
