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

/**
 * A message as the messages it takes: a text too long for it, or one that no player shows, goes before; a link goes
 * after the file it belongs to, for no file has a button; options too many for one text go on in the next.
 */
export function splitLong(message: OutboundMessage): OutboundMessage[] {
  const { text, choices, language, media, link } = message
  const asTexts = (texts: readonly string[]) => texts.map(piece => textMessage(piece, language))
  if (media && link)
    return [...splitLong({ ...message, text: '', link: null }), ...splitLong({ ...message, media: null })]
  if (media) {
    const isCaption = media.kind !== 'audio' && fits(text, MAX_CAPTION_CHARS)
    return isCaption || text === '' ? [message] : [...asTexts(pieces(text, MAX_TEXT_CHARS)), { ...message, text: '' }]
  }
  const whole = numberedText(message)
  if (fits(whole, MAX_TEXT_CHARS)) return [message]
  const spare = numberedText({ text: '', choices }).length + 2
  if (spare > MAX_TEXT_CHARS - MAX_CAPTION_CHARS) return asTexts(pieces(whole, MAX_TEXT_CHARS))
  const all = pieces(text, MAX_TEXT_CHARS - spare)
  return [...asTexts(all.slice(0, -1)), { ...message, text: all.at(-1) ?? '' }]
}
