import type { MarkedExcerpt } from '@pregoner/shared'
import type { SearchedWord } from './searched-words.ts'

const BEFORE_CHARS = 30
const MAX_CHARS = 160
const MAX_MARKS = 20

/** The stretch of a text around the first word that was looked for, with the words in it. */
export function excerptOf(text: string, words: readonly SearchedWord[]): MarkedExcerpt {
  const firsts = words.map(({ pattern }) => text.search(pattern)).filter(at => at >= 0)
  const first = Math.min(...firsts, text.length)
  const begin = first > BEFORE_CHARS ? text.lastIndexOf(' ', first - BEFORE_CHARS + 1) + 1 : 0
  const from = begin > first || first - begin > 2 * BEFORE_CHARS ? first : begin
  const shown = text.slice(from, from + MAX_CHARS)
  const lead = from > 0 ? '…' : ''
  const marks = words
    .flatMap(({ pattern }) => [...shown.matchAll(new RegExp(pattern, 'gi'))])
    .map(({ index, 0: word }): [number, number] => [index + lead.length, index + lead.length + word.length])
    .sort(([one], [other]) => one - other)
  const apart: [number, number][] = []
  for (const mark of marks) if (mark[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(mark)
  return {
    text: lead + shown + (from + MAX_CHARS < text.length ? '…' : ''),
    marks: apart.slice(0, MAX_MARKS),
  }
}
