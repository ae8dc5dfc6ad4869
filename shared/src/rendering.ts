import * as limits from './channel-limits.ts'
import type { MediaFile, OutboundMessage } from './message.ts'
import { phrase } from './phrases.ts'

/** The forms in which choices can be shown, the handiest first. */
export const choiceForms = ['buttons', 'list', 'numbered'] as const
export type ChoiceForm = (typeof choiceForms)[number]
export type ChoiceRendering = 'none' | ChoiceForm

const graphemes = new Intl.Segmenter('ca', { granularity: 'grapheme' })
/** Letters of western Europe, each of which is one character by itself. */
const isWestern = (text: string) => /^[\n\x20-\x7e\xa0-\xff]*$/.test(text)

/** Characters as a person sees them, which is how WhatsApp's limits are best kept. */
export const countChars = (text: string): number => {
  if (isWestern(text)) return text.length
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

/** Whether `text` has at most `max` characters; cheap for the usual short text, and for one far too long. */
export const fits = (text: string, max: number): boolean => {
  if (text.length <= max) return true
  let count = 0
  for (const _ of graphemes.segment(text)) if (++count > max) return false
  return true
}

/** Why a message cannot have a form; `text` is the wording in the way, `max` what the form takes. */
export interface Obstacle {
  code: 'too_many' | 'label_long' | 'has_description' | 'description_long' | 'text_long' | 'no_text' | 'label_repeated'
  text: string
  max: number
}

const obstacle = (code: Obstacle['code'], text = '', max = 0): Obstacle => ({ code, text, max })

/** Everything in the way of showing the choices as `form`; none for numbered text, which takes anything. */
export function obstaclesTo(form: ChoiceForm, { choices, text }: OutboundMessage): Obstacle[] {
  if (form === 'numbered') return []
  const isButtons = form === 'buttons'
  const most = isButtons ? limits.MAX_BUTTONS : limits.MAX_LIST_ROWS
  const longestLabel = isButtons ? limits.MAX_BUTTON_CHARS : limits.MAX_ROW_CHARS
  const longestBody = isButtons ? limits.MAX_BUTTON_BODY_CHARS : limits.MAX_LIST_BODY_CHARS
  const found: Obstacle[] = []
  if (choices.length > most) found.push(obstacle('too_many', String(choices.length), most))
  const seen = new Set<string>()
  for (const { id, label, description } of choices) {
    if (!fits(label, longestLabel) || id.length > limits.MAX_CHOICE_ID_CHARS) {
      found.push(obstacle('label_long', label, longestLabel))
    }
    if (seen.has(label)) found.push(obstacle('label_repeated', label))
    seen.add(label)
    if (!description) continue
    if (isButtons) found.push(obstacle('has_description', description))
    else if (!fits(description, limits.MAX_ROW_DESCRIPTION_CHARS)) {
      found.push(obstacle('description_long', description, limits.MAX_ROW_DESCRIPTION_CHARS))
    }
  }
  if (text === '') found.push(obstacle('no_text'))
  if (!fits(text, longestBody)) found.push(obstacle('text_long', text, longestBody))
  return found
}

/**
 * How the choices of a message are shown: up to 3 buttons, up to 10 list rows, else numbered text. A label or a body
 * that is too long for one form takes the next one; nothing is ever cut.
 */
export function renderingOf(message: OutboundMessage): ChoiceRendering {
  if (message.choices.length === 0) return 'none'
  return choiceForms.find(form => obstaclesTo(form, message).length === 0) ?? 'numbered'
}

const numberedLine = ({ label, description }: OutboundMessage['choices'][number], index: number): string =>
  `${index + 1}. ${label}${description ? ` – ${description}` : ''}`

/** The message as plain text, its choices as numbered lines. */
export const numberedText = ({ text, choices }: Pick<OutboundMessage, 'text' | 'choices'>): string =>
  [text, choices.map(numberedLine).join('\n')].filter(Boolean).join('\n\n')

/** What the button that opens a list says: the officer's words, or the built-in ones where those do not fit. */
export const listButton = ({ listLabel, language }: OutboundMessage): string =>
  listLabel && fits(listLabel, limits.MAX_LIST_LABEL_CHARS) ? listLabel : phrase('choose', language, language)

/** Whether the text can stand under the file, in one message. */
export const takesCaption = ({ kind }: MediaFile, text: string): boolean =>
  text !== '' && kind !== 'audio' && kind !== 'sticker' && fits(text, limits.MAX_CAPTION_CHARS)
