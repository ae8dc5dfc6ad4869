const MAX_CHARS = 60
const LEAD_CHARS = 24

const line = (text: string) => text.replace(/\s+/g, ' ').trim()

function cut(text: string, from: number): string {
  const end = text.length > from + MAX_CHARS ? from + MAX_CHARS - 1 : text.length
  return `${from > 0 ? '…' : ''}${text.slice(from, end).trim()}${end < text.length ? '…' : ''}`
}

/** The piece of two texts around the first thing that differs, each short enough for a sentence. */
export function excerpts(before: string, after: string): { before: string; after: string } {
  const [was, is] = [line(before), line(after)]
  if (was.length <= MAX_CHARS && is.length <= MAX_CHARS) return { before: was, after: is }
  let first = 0
  while (first < was.length && was[first] === is[first]) first += 1
  const wanted = Math.max(0, first - LEAD_CHARS)
  const space = was.lastIndexOf(' ', wanted)
  const from = wanted === 0 ? 0 : Math.max(0, space + 1)
  return { before: cut(was, from), after: cut(is, from) }
}
