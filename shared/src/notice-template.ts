import { z } from 'zod'
import type { ChannelTemplate } from './channel-check.ts'
import { type Language, language, localizedText, textIn } from './language.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { templatePlaces } from './template-places.ts'
import { templateCodeFor, templateLanguages, templateName } from './window-template.ts'

/** What WhatsApp charges a template by; others (codes to sign in with) are no notices. */
export const templateCategories = ['marketing', 'utility'] as const
export type TemplateCategory = (typeof templateCategories)[number]

const words = localizedText({ maxChars: 200 })

/** What fills one place `{{1}}`, `{{2}}`… of a notice's template. */
export const noticePlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), text: words }),
  /** How the person is called, or `otherwise` where nobody knows. */
  z.strictObject({ kind: z.literal('name'), otherwise: words }),
  z.strictObject({ kind: z.literal('first_line') }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('town') }),
])
export type NoticePlace = z.infer<typeof noticePlace>
export const noticePlaceKinds = ['fixed', 'name', 'first_line', 'text', 'town'] as const

/** WhatsApp Cloud API: a template's body with its places filled. */
export const MAX_TEMPLATE_CHARS = 1024

/** The approved template that carries a notice to whoever last wrote over 24 hours ago. */
export const noticeTemplate = z.strictObject({
  name: templateName,
  category: z.enum(templateCategories),
  /** The codes it is approved in; the first is for everybody else. */
  languages: templateLanguages,
  places: z.array(noticePlace).max(10),
})
export type NoticeTemplate = z.infer<typeof noticeTemplate>

type Said = { text: Parameters<typeof textIn>[0] }
type TownWords = { name: string; defaultLanguage: Language }

/** No line breaks, tabs or runs of spaces: the platform refuses them in a place. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What stands in a place for this person, on one line. */
export function placeText(
  place: NoticePlace,
  { text }: Said,
  { name, defaultLanguage }: TownWords,
  { language, called }: { language: Language; called: string | null },
): string {
  const said = (words: Said['text']) => textIn(words, language, defaultLanguage)
  switch (place.kind) {
    case 'fixed':
      return oneLine(said(place.text))
    case 'name':
      return oneLine(called?.trim() || said(place.otherwise))
    case 'first_line':
      return oneLine(said(text).trim().split('\n', 1)[0] ?? '')
    case 'text':
      return oneLine(said(text))
    case 'town':
      return oneLine(name)
  }
}

/** The language a version of a template is written in, as far as it is one of ours. */
export const languageOfCode = (code: string, otherwise: Language): Language =>
  language.safeParse(code.split('_')[0]).data ?? otherwise

/** The notice as a template for one person, in their language when it is approved in it. */
export function noticeTemplateMessage(
  { name, languages, places }: NoticeTemplate,
  notice: Said,
  town: TownWords,
  person: { language: Language; called: string | null },
): OutboundMessage {
  const languageCode = templateCodeFor(languages, person.language)
  const spoken = { ...person, language: languageOfCode(languageCode, person.language) }
  const parameters = places.map(place => placeText(place, notice, town, spoken))
  return { ...textMessage('', spoken.language), template: { name, languageCode, parameters } }
}

/** Why one language of a notice's template cannot be sent. `state` and `reason` are the platform's own words. */
export interface NoticeTemplateTrouble {
  language: string
  why: 'missing' | 'not_approved' | 'other_places' | 'empty' | 'too_long'
  state: string | null
  reason: string | null
}

/** What keeps a notice's template from being sent, going by the templates the account has now. */
export function noticeTemplateTroubles(
  template: NoticeTemplate,
  notice: Said,
  town: TownWords,
  offered: readonly ChannelTemplate[],
): NoticeTemplateTrouble[] {
  return template.languages.flatMap((code): NoticeTemplateTrouble[] => {
    const found = offered.find(each => each.name === template.name && each.language === code)
    const trouble = (why: NoticeTemplateTrouble['why']): NoticeTemplateTrouble[] => [
      { language: code, why, state: found?.state ?? null, reason: found?.reason ?? null },
    ]
    if (!found) return trouble('missing')
    if (found.state !== 'APPROVED') return trouble('not_approved')
    const places = templatePlaces(found.text)
    if (found.needsMore || places.length !== template.places.length) return trouble('other_places')
    const person = { language: languageOfCode(code, town.defaultLanguage), called: null }
    const filled = template.places.map(place => placeText(place, notice, town, person))
    if (filled.includes('')) return trouble('empty')
    const length = filled.reduce((sum, each) => sum + each.length, found.text.length)
    return length > MAX_TEMPLATE_CHARS ? trouble('too_long') : []
  })
}
