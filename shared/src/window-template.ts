import { z } from 'zod'
import type { Language } from './language.ts'
import { type OutboundMessage, textMessage } from './message.ts'

/** What the places `{{1}}`, `{{2}}`… of the template may be filled with. No words of the citizen or about them. */
export const windowTemplateFields = ['town', 'reference'] as const
export type WindowTemplateField = (typeof windowTemplateFields)[number]

const NAME = /^[a-z0-9_]+$/ // WhatsApp's own rule for names of templates
const LANGUAGE_CODE = /^[a-z]{2,3}(?:_[A-Z]{2})?$/

export const templateName = z.string().trim().min(1).max(512).regex(NAME)
export const templateLanguages = z.array(z.string().regex(LANGUAGE_CODE)).min(1).max(12)

/** The code a template is sent in to somebody who speaks this language: its first one where it lacks theirs. */
export const templateCodeFor = (codes: readonly string[], language: Language): string =>
  codes.find(code => code.split('_')[0] === language) ?? codes[0] ?? language

/** The approved template that asks a citizen to reply once the 24-hour window has closed. */
export const windowTemplate = z.strictObject({
  name: templateName,
  /** The codes it is approved in, as WhatsApp writes them: `ca`, `es`, `en_US`. The first is for everybody else. */
  languages: templateLanguages,
  /** What fills its places, in order. */
  parameters: z.array(z.enum(windowTemplateFields)).max(4),
})
export type WindowTemplate = z.infer<typeof windowTemplate>

/** The message that asks to reply: in the citizen's language when the template has it, else in its first. */
export function windowTemplateMessage(
  { name, languages, parameters }: WindowTemplate,
  language: Language,
  values: { [Field in WindowTemplateField]: string },
): OutboundMessage {
  const languageCode = templateCodeFor(languages, language)
  const filled = parameters.map(field => values[field])
  return { ...textMessage('', language), template: { name, languageCode, parameters: filled } }
}
