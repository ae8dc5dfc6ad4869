import * as limits from './channel-limits.ts'
import type { OutboundMessage } from './message.ts'

export type ChoiceRendering = 'none' | 'buttons' | 'list' | 'numbered'

/** Characters as a person sees them, which is how WhatsApp's limits are best kept. */
export const countChars = (text: string): number => {
  let count = 0
  for (const _ of new Intl.Segmenter('ca', { granularity: 'grapheme' }).segment(text)) count++
  return count
}

/** Whether `text` has at most `max` characters; cheap for the usual short text. */
export const fits = (text: string, max: number): boolean => text.length <= max || countChars(text) <= max

/**
 * How the choices of a message are shown: up to 3 buttons, up to 10 list rows, else numbered text. A label or a body
 * that is too long for one form takes the next one; nothing is ever cut.
 */
export function renderingOf(message: OutboundMessage): ChoiceRendering {
  const { choices, text } = message
  if (choices.length === 0) return 'none'
  if (choices.some(choice => choice.id.length > limits.MAX_CHOICE_ID_CHARS)) return 'numbered'
  if (text === '' || new Set(choices.map(choice => choice.label)).size < choices.length) return 'numbered'
  const isButtons =
    choices.length <= limits.MAX_BUTTONS &&
    choices.every(choice => fits(choice.label, limits.MAX_BUTTON_CHARS) && !choice.description) &&
    fits(text, limits.MAX_BUTTON_BODY_CHARS)
  if (isButtons) return 'buttons'
  const isList =
    choices.length <= limits.MAX_LIST_ROWS &&
    choices.every(
      choice =>
        fits(choice.label, limits.MAX_ROW_CHARS) && fits(choice.description ?? '', limits.MAX_ROW_DESCRIPTION_CHARS),
    ) &&
    fits(text, limits.MAX_LIST_BODY_CHARS)
  return isList ? 'list' : 'numbered'
}

/** The message as plain text, its choices as numbered lines. */
export const numberedText = (message: OutboundMessage): string =>
  [message.text, message.choices.map((choice, index) => `${index + 1}. ${choice.label}`).join('\n')]
    .filter(Boolean)
    .join('\n\n')
