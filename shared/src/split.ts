import { MAX_CAPTION_CHARS, MAX_TEXT_CHARS } from './channel-limits.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { fits, numberedText } from './rendering.ts'

const MIN_PIECE_SHARE = 0.5 // a piece is not made shorter than half of what fits, only to end at a word

/** Pieces that fit, cut at the last line or word; an answer repeated to its author may be as long as a message can be. */
function pieces(text: string, max: number): string[] {
  if (fits(text, max)) return [text]
  const head = text.slice(0, max)
  const cuts = [head.lastIndexOf('\n'), head.lastIndexOf(' ')].filter(at => at > max * MIN_PIECE_SHARE)
  const isPair = /[\ud800-\udbff]$/.test(head)
  const at = cuts[0] ?? (isPair ? max - 1 : max)
  return [text.slice(0, at).trimEnd(), ...pieces(text.slice(at).trimStart(), max)]
}

/** A message as the messages it takes: a text too long for it, or one that no player shows, goes before. */
export function splitLong(message: OutboundMessage): OutboundMessage[] {
  const { text, language, media } = message
  const before = (texts: readonly string[]) => texts.map(piece => textMessage(piece, language))
  if (media) {
    const isCaption = media.kind !== 'audio' && fits(text, MAX_CAPTION_CHARS)
    return isCaption || text === '' ? [message] : [...before(pieces(text, MAX_TEXT_CHARS)), { ...message, text: '' }]
  }
  const spare = numberedText({ ...message, text: '' }).length + 2
  if (fits(numberedText(message), MAX_TEXT_CHARS)) return [message]
  const all = pieces(text, Math.max(MAX_CAPTION_CHARS, MAX_TEXT_CHARS - spare))
  return [...before(all.slice(0, -1)), { ...message, text: all.at(-1) ?? '' }]
}
