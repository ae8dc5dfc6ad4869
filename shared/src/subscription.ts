import { z } from 'zod'
import type { InterfaceLanguage } from './language.ts'

/** By what a subscription began or ended. */
export const subscriptionSources = ['keyword', 'flow', 'form', 'import', 'platform', 'new_number'] as const
export const subscriptionSource = z.enum(subscriptionSources)
export type SubscriptionSource = z.infer<typeof subscriptionSource>

const TOPIC = 'topic:'

/** The purpose under which the ledger of consents keeps what somebody wanted to hear of. */
export const purposeOf = (topicId: string): string => TOPIC + topicId

/** The topic a purpose stands for; null when the consent was about something else. */
export const topicOf = (purpose: string): string | null =>
  purpose.startsWith(TOPIC) ? purpose.slice(TOPIC.length) : null

/** How many joined and left a topic on one day of the town, by one thing. */
export const subscriptionGrowth = z.strictObject({
  /** Like `2026-03-01`. */
  day: z.string(),
  topicId: z.string(),
  source: subscriptionSource,
  joined: z.number().int(),
  left: z.number().int(),
})
export type SubscriptionGrowth = z.infer<typeof subscriptionGrowth>

/** What the sources are called, in the languages of the screens and of the files. */
export const sourceNames: Record<InterfaceLanguage, Record<SubscriptionSource, string>> = {
  ca: {
    keyword: 'Paraula al xat',
    flow: 'Pas d’un flux',
    form: 'Formulari web',
    import: 'Fitxer',
    platform: 'Opció de WhatsApp',
    new_number: 'Canvi de número',
  },
  es: {
    keyword: 'Palabra en el chat',
    flow: 'Paso de un flujo',
    form: 'Formulario web',
    import: 'Archivo',
    platform: 'Opción de WhatsApp',
    new_number: 'Cambio de número',
  },
  it: {
    keyword: 'Parola in chat',
    flow: 'Passo di un flusso',
    form: 'Modulo web',
    import: 'File',
    platform: 'Opzione di WhatsApp',
    new_number: 'Cambio di numero',
  },
  en: {
    keyword: 'Word in the chat',
    flow: 'Step of a flow',
    form: 'Web form',
    import: 'File',
    platform: 'WhatsApp’s own option',
    new_number: 'New number',
  },
}
