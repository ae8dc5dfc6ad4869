/** A WhatsApp text taken apart: what is bold, italic, struck through, code or a link. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Piece[] }
  | { kind: 'code'; text: string; fence: '`' | '```' }
  | { kind: 'link'; text: string; url: string }

const kinds = { '*': 'bold', _: 'italic', '~': 'strike' } as const
type Delimiter = keyof typeof kinds
const isDelimiter = (char: string | undefined): char is Delimiter => char === '*' || char === '_' || char === '~'

const FENCE = '```'
const address = /(?:https?:\/\/|www\.)[^\s<>"]+/iy
const endsSentence = /[.,;:!?)\]}'’»*_~]+$/
const wordChar = /[\p{L}\p{N}]/u

const isWord = (char: string | undefined) => char !== undefined && wordChar.test(char)
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char)

/** Reads the marks as the phone does: they hug their words and stay on one line. Linear in the text's length. */
export function parseMarks(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const start = text.indexOf(FENCE, at)
    const end = start < 0 ? -1 : text.indexOf(FENCE, start + FENCE.length)
    if (end < 0 || end === start + FENCE.length) break
    pieces.push(...parseLines(text.slice(at, start)))
    pieces.push({ kind: 'code', text: text.slice(start + FENCE.length, end), fence: FENCE })
    at = end + FENCE.length
  }
  pieces.push(...parseLines(text.slice(at)))
  return pieces
}

const parseLines = (text: string): Piece[] =>
  joinTexts(text.split(/(?<=\n)/).flatMap(line => parseLine(line, new Set())))

function parseLine(line: string, open: ReadonlySet<Delimiter>): Piece[] {
  const pieces: Piece[] = []
  const hopeless = new Set<string>()
  let plainFrom = 0
  let at = 0
  const take = (piece: Piece, end: number) => {
    if (at > plainFrom) pieces.push({ kind: 'text', text: line.slice(plainFrom, at) })
    pieces.push(piece)
    at = end
    plainFrom = end
  }
  while (at < line.length) {
    const char = line[at]
    const isAfterWord = isWord(line[at - 1])
    const link = isAfterWord ? null : linkAt(line, at)
    if (link) {
      take(link, at + link.text.length)
      continue
    }
    const canOpen = !isAfterWord && !isSpace(line[at + 1]) && char !== undefined && !hopeless.has(char)
    if (canOpen && (char === '`' || (isDelimiter(char) && !open.has(char)))) {
      const end = closingOf(line, at, char)
      if (end > 0) {
        const inner = line.slice(at + 1, end)
        if (char === '`') take({ kind: 'code', text: inner, fence: '`' }, end + 1)
        else take({ kind: kinds[char], children: parseLine(inner, new Set([...open, char])) }, end + 1)
        continue
      }
      hopeless.add(char)
    }
    at++
  }
  if (plainFrom < line.length) pieces.push({ kind: 'text', text: line.slice(plainFrom) })
  return pieces
}

function closingOf(line: string, from: number, char: string): number {
  for (let at = line.indexOf(char, from + 2); at > 0; at = line.indexOf(char, at + 1)) {
    if (!isSpace(line[at - 1]) && !isWord(line[at + 1])) return at
  }
  return -1
}

function linkAt(line: string, at: number): Extract<Piece, { kind: 'link' }> | null {
  address.lastIndex = at
  const text = address.exec(line)?.[0].replace(endsSentence, '')
  if (!text || text.length < 8) return null
  const url = /^www\./i.test(text) ? `https://${text}` : text
  return URL.canParse(url) ? { kind: 'link', text, url } : null
}

function joinTexts(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

const signs = { bold: '*', italic: '_', strike: '~' } as const

/** The text as it was written, marks and all. */
export const writtenMarks = (pieces: Piece[]): string =>
  pieces
    .map(piece => {
      if (piece.kind === 'text' || piece.kind === 'link') return piece.text
      if (piece.kind === 'code') return piece.fence + piece.text + piece.fence
      return signs[piece.kind] + writtenMarks(piece.children) + signs[piece.kind]
    })
    .join('')

/** The text without its marks, for previews in one line and for screen readers. */
export const plainMarks = (pieces: Piece[]): string =>
  pieces.map(piece => ('children' in piece ? plainMarks(piece.children) : piece.text)).join('')
