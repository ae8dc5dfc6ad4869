import { z } from 'zod'
import { type Language, type LocalizedText, language, localizedText } from './language.ts'
import { parseTemplate, renderTemplate } from './template.ts'

/** Names that a saved reply may use between double braces. */
export const savedReplyNames = ['name', 'reference', 'department', 'category'] as const
export type SavedReplyName = (typeof savedReplyNames)[number]

export const MAX_SAVED_REPLY_CHARS = 4_000

const fields = {
  name: z.string().trim().min(1).max(120),
  /** Who may use it; null for every department. */
  departmentId: z.string().max(60).nullable(),
  text: localizedText({ maxChars: MAX_SAVED_REPLY_CHARS }),
}

/** Words an agent sends often, in several languages. */
export const savedReply = z.strictObject({ id: z.string(), rev: z.number().int(), ...fields })
export type SavedReply = z.infer<typeof savedReply>

const hasWords = ({ text }: { text: LocalizedText }) => Object.values(text).some(words => words?.trim())
const isShort = ({ text }: { text: LocalizedText }) =>
  Object.values(text).every(words => (words?.length ?? 0) <= MAX_SAVED_REPLY_CHARS)

export const createSavedReply = z.strictObject(fields).refine(hasWords).refine(isShort)
export type NewSavedReply = z.infer<typeof createSavedReply>
/** `rev` is the one that was read; an older one is refused with code `stale`. */
export const changeSavedReply = z
  .strictObject({ rev: z.number().int(), ...fields })
  .refine(hasWords)
  .refine(isShort)

/** The language a saved reply is inserted in: the citizen's, else the town's, else whichever it is written in. */
export function savedReplyLanguage(text: LocalizedText, wanted: Language, fallback: Language): Language {
  const written = language.options.filter(code => text[code]?.trim())
  return [wanted, fallback].find(code => written.includes(code)) ?? written[0] ?? fallback
}

/** A saved reply with its names filled in. A citizen without a name is greeted without one: "Hello," and not "Hello ,". */
export function fillSavedReply(
  text: string,
  values: { [Name in SavedReplyName]: string },
  options: { language: Language; timeZone: string },
): string {
  const { parts, ...template } = parseTemplate(text)
  const lookUp = new Map<string, unknown>(Object.entries(values))
  let filled = ''
  for (const part of parts) {
    const words = typeof part === 'string' ? part : renderTemplate({ ...template, parts: [part] }, lookUp, options)
    filled = words === '' ? filled.replace(/ $/, '') : filled + words
  }
  return filled
}
