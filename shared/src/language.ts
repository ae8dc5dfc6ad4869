import { z } from 'zod'

/** Languages a flow may be written in, by ISO 639-1 code. Valencian is `ca`; a town may name it otherwise. */
export const languageCodes = ['ca', 'es', 'it', 'en', 'fr', 'de', 'pt', 'ro', 'ar', 'uk', 'gl', 'eu', 'zh'] as const
export const language = z.enum(languageCodes)
export type Language = z.infer<typeof language>

/** Languages the officers' screens, platform words and default citizen texts exist in. */
export const interfaceLanguages = ['ca', 'es', 'it', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** What a citizen reads, per language: `{ ca: "Hola", es: "Hola" }`. */
export type LocalizedText = { [Code in Language]?: string }

/** Schema of a LocalizedText; `maxChars` is told to the checker through `.meta`, a longer draft is kept and reported. */
export const localizedText = (limits: { maxChars?: number } = {}) =>
  z.partialRecord(language, z.string().max(20_000)).meta({ localized: true, ...limits })

/** Synonyms per language: `{ ca: ["brossa", "escombraries"] }`. */
export const localizedWords = z.partialRecord(language, z.array(z.string().max(200)).max(100))
export type LocalizedWords = z.infer<typeof localizedWords>

/** The text in `wanted`, else in `fallback`, else in any language, else an empty string. */
export function textIn(text: LocalizedText | undefined, wanted: Language, fallback: Language): string {
  if (!text) return ''
  return text[wanted] || text[fallback] || Object.values(text).find(Boolean) || ''
}
