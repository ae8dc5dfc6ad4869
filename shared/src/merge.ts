import { MAX_BUTTON_BODY_CHARS, MAX_TEXT_CHARS } from './channel-limits.ts'
import type { OutboundMessage } from './message.ts'
import { fits, renderingOf } from './rendering.ts'

const isPlainText = ({ choices, media, place, link, asksPlace, template }: OutboundMessage) =>
  choices.length === 0 && !media && !place && !link && !asksPlace && !template

function merged(before: OutboundMessage, after: OutboundMessage): OutboundMessage | null {
  if (!isPlainText(before) || after.media || after.place || after.template || before.language !== after.language)
    return null
  const joined = { ...after, text: `${before.text}\n\n${after.text}` }
  const limit = after.link || after.asksPlace ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS
  const looksTheSame = renderingOf(after) === renderingOf(joined)
  return looksTheSame && fits(joined.text, limit) ? joined : null
}

/**
 * Joins consecutive texts of one step into one message, because each delivered message costs money. A text is joined to
 * what follows only when that keeps its form: buttons stay buttons, nothing passes the channel's limits.
 */
export function mergeTexts(messages: readonly OutboundMessage[]): OutboundMessage[] {
  const out: OutboundMessage[] = []
  for (const message of messages) {
    const before = out.at(-1)
    const joined = before && merged(before, message)
    if (joined) out[out.length - 1] = joined
    else out.push(message)
  }
  return out
}
