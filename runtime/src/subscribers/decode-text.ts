/** Turns the bytes of a file into text, piece by piece. Throws `NotText` when they are none. */
export interface TextPieces {
  piece(bytes: Buffer): string
  rest(): string
}

export class NotText extends Error {}

const LONGEST_SIGN = 4 // bytes of one sign in UTF-8
const ENOUGH_TO_TELL = 4

/** The encoding a file tells by its first bytes: a mark, or the zeros that Latin letters have in UTF-16. */
function toldBy(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.length < ENOUGH_TO_TELL) return null
  if (head[1] === 0 && head[3] === 0 && head[0] !== 0) return 'utf-16le'
  return head[0] === 0 && head[2] === 0 && head[1] !== 0 ? 'utf-16be' : null
}

/** Whether bytes begin with one whole sign of UTF-8 (RFC 3629) that is not ASCII. */
function isSign([lead = 0, ...behind]: Buffer): boolean {
  const more = [0xc2, 0xe0, 0xf0, 0xf5].findLastIndex(from => lead >= from) + 1
  return more > 0 && more < LONGEST_SIGN && behind.slice(0, more).filter(byte => byte >> 6 === 0b10).length === more
}

/**
 * Reads what spreadsheets write: UTF-8 and UTF-16 with or without their mark, and Windows-1252, which is what a text is in
 * whose first letters beyond ASCII are not UTF-8.
 */
export function decodeText(): TextPieces {
  let decoder: TextDecoder | null = null
  let held: Buffer = Buffer.alloc(0)
  let isBegun = false

  const decoded = (bytes: Buffer, isMore: boolean): string => {
    try {
      const text = decoder?.decode(bytes, { stream: isMore }) ?? bytes.toString('latin1')
      if (text.includes('\u0000')) throw new NotText()
      return text
    } catch {
      throw new NotText()
    }
  }

  /** Chooses between UTF-8 and Windows-1252 by the first letters beyond ASCII; holds them back until they are all there. */
  function choose(bytes: Buffer, isMore: boolean): string {
    const first = bytes.findIndex(byte => byte >= 0x80)
    if (first === -1) return decoded(bytes, isMore)
    if (isMore && bytes.length - first < LONGEST_SIGN) {
      held = bytes.subarray(first)
      return decoded(bytes.subarray(0, first), isMore)
    }
    decoder = new TextDecoder(isSign(bytes.subarray(first, first + LONGEST_SIGN)) ? 'utf-8' : 'windows-1252', {
      fatal: true,
    })
    return decoded(bytes, isMore)
  }

  function take(bytes: Buffer, isMore: boolean): string {
    const all = held.length > 0 ? Buffer.concat([held, bytes]) : bytes
    held = Buffer.alloc(0)
    if (!isBegun) {
      if (isMore && all.length < ENOUGH_TO_TELL) {
        held = all
        return ''
      }
      isBegun = true
      const told = toldBy(all)
      if (told) decoder = new TextDecoder(told, { fatal: true })
    }
    return decoder ? decoded(all, isMore) : choose(all, isMore)
  }

  return { piece: bytes => take(bytes, true), rest: () => take(Buffer.alloc(0), false) }
}
