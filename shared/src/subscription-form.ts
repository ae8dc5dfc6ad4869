import { z } from 'zod'
import { type InterfaceLanguage, interfaceLanguages, language, localizedText } from './language.ts'
import { id } from './names.ts'
import { platformWordsOf } from './platform-words.ts'
import type { TownData } from './town.ts'

/** What the public page of a town's notices needs to be drawn. */
export const subscriptionForm = z.strictObject({
  townName: z.string(),
  country: z.enum(['ES', 'IT']),
  languages: z.array(language),
  defaultLanguage: language,
  topics: z.array(z.strictObject({ id, name: localizedText() })),
  /** What has to be agreed to, in each language of the page. */
  consents: z.record(z.enum(interfaceLanguages), z.string()),
  /** The channel's number as it is printed; null while the town has none. */
  number: z.string().nullable(),
  hasChat: z.boolean(),
})
export type SubscriptionForm = z.infer<typeof subscriptionForm>

const MAX_NUMBER_CHARS = 40

/** What somebody fills in: topics, their own number, and that they agree to the text in this language. */
export const subscriptionAsk = z.strictObject({
  topicIds: z.array(id).min(1).max(200),
  number: z.string().trim().min(1).max(MAX_NUMBER_CHARS),
  language: z.enum(interfaceLanguages),
  agrees: z.literal(true),
})
export type SubscriptionAsk = z.infer<typeof subscriptionAsk>

/** What they are to write to the channel, from that number, until when. */
export const subscriptionAsked = z.strictObject({ code: z.string(), expiresAt: z.iso.datetime() })
export type SubscriptionAsked = z.infer<typeof subscriptionAsked>

/** How a form stands; `other` is one nobody asked for. */
export const subscriptionFormStates = ['waiting', 'confirmed', 'expired', 'other'] as const
export const subscriptionFormState = z.strictObject({ state: z.enum(subscriptionFormStates) })
export type SubscriptionFormState = z.infer<typeof subscriptionFormState>['state']

/** The letters and figures of a code: none is taken for another when it is copied by hand. */
export const FORM_CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of each of its two halves. */
export const FORM_CODE_HALF = 6
const CODE = new RegExp(`(?:^|[^A-Z0-9-])(WEB-[${FORM_CODE_SIGNS}]{6}-[${FORM_CODE_SIGNS}]{6})$`)

/** A code as it is kept: capitals, plain hyphens. */
const plainCode = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s.*_~]+$/, '')
    .toUpperCase()

const MAX_SENTENCE_CHARS = 200

/** The code of a form at the end of a message; null when there is none. Whatever stands before it is courtesy. */
export function formCodeIn(text: string): string | null {
  if (text.length > MAX_SENTENCE_CHARS) return null
  return CODE.exec(plainCode(text.trim()))?.[1] ?? null
}

/** The code as a route takes it. */
export const formCode = z
  .string()
  .max(40)
  .refine(text => formCodeIn(text) === text, 'not a code')

/** Raised whenever the words below change, so that the ledger tells which were agreed to. */
const CONSENT_VERSION = 1

const consents: Record<InterfaceLanguage, string> = {
  ca: 'Vull que l’ajuntament ({town}) m’enviï per WhatsApp els avisos que he triat. Els puc deixar quan vulgui escrivint {word}.',
  es: 'Quiero que el ayuntamiento ({town}) me envíe por WhatsApp los avisos que he elegido. Puedo dejarlos cuando quiera escribiendo {word}.',
  it: 'Desidero che il Comune ({town}) mi invii su WhatsApp gli avvisi che ho scelto. Posso smettere quando voglio scrivendo {word}.',
  en: 'I want the town hall ({town}) to send me the notices I have chosen on WhatsApp. I can leave any time by writing {word}.',
}

/** What somebody agrees to on the form. */
export function formConsent(town: TownData, language: InterfaceLanguage): string {
  const [word = 'STOP'] = platformWordsOf(town, 'stop', language)
  return consents[language].replace('{town}', () => town.name).replace('{word}', () => word.toUpperCase())
}

/** The same as the ledger keeps it: the words, their version and language, and when they were agreed to. */
export const formProof = (consent: string, language: InterfaceLanguage, askedAt: Date): string =>
  `${consent} (form ${CONSENT_VERSION}, ${language}, ${askedAt.toISOString()})`
