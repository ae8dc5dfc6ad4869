import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import type { Language } from '../language.ts'
import { textIn } from '../language.ts'
import type { Sending } from '../sends.ts'
import { longestRendering, parseTemplate } from '../template.ts'

const GAP = 2 // the empty line between joined texts
const MIN_PIECE_SHARE = 0.5 // a text too long for one message is cut into pieces of at least half of what fits

/** A sending measured once: how long it may be in any language of the flow. */
export interface Piece {
  chars: number
  room: number
  isOpen: boolean
}

/**
 * How many messages have gone out, and how full the last one is: `fill` is its length while a text may still be joined
 * to it, else Infinity. Of two, the one with fewer messages, or as many and a less full last one, can never overtake the
 * other on the same way; that is what makes the bounds exact.
 */
export interface Level {
  count: number
  fill: number
}

export const nothingSent: Level = { count: 0, fill: Number.POSITIVE_INFINITY }

export const isMore = (one: Level, other: Level): boolean =>
  one.count > other.count || (one.count === other.count && one.fill > other.fill)

const lengthOf = (source: string) => (source.includes('{{') ? longestRendering(parseTemplate(source)) : source.length)

export function pieceOf({ texts, room, isOpen }: Sending, languages: readonly Language[], fallback: Language): Piece {
  const lengths = languages.map(language => {
    const written = texts.map(text => textIn(text, language, fallback)).filter(Boolean)
    return written.reduce((sum, words) => sum + lengthOf(words), 0) + GAP * Math.max(0, written.length - 1)
  })
  return { chars: Math.max(0, ...lengths), room, isOpen }
}

/** The level after a message, joined to the one before where the flow joins texts and it fits. */
export function withPiece({ count, fill }: Level, { chars, room, isOpen }: Piece, isJoining: boolean): Level {
  const joined = fill + GAP + chars
  if (isJoining && joined <= room) return { count, fill: isOpen ? joined : Number.POSITIVE_INFINITY }
  const parts = chars <= MAX_TEXT_CHARS ? 1 : Math.ceil(chars / (MAX_TEXT_CHARS * MIN_PIECE_SHARE))
  return { count: count + parts, fill: isOpen ? chars : Number.POSITIVE_INFINITY }
}
