import { z } from 'zod'
import { townDate } from './calendar.ts'

/** From this day on WhatsApp charges service messages, and utility templates inside the window too. */
const SERVICE_CHARGED_FROM = '2026-10-01' // WhatsApp Business Platform, pricing as announced for 1 October 2026

/** Free service messages of one phone number in one calendar month of the business account's time zone. */
export const FREE_SERVICE_MESSAGES_A_MONTH = 1000 // reported for WhatsApp Business Platform since 1 October 2026

export const messageCategories = ['marketing', 'utility', 'authentication', 'service'] as const
export type MessageCategory = (typeof messageCategories)[number]

const amount = z.number().nonnegative().nullable()
const rates = z.strictObject({ marketing: amount, utility: amount, authentication: amount })

/** What the town pays for one delivered message, as entered by an officer; null where not entered. */
export const tariff = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'invalid_currency'),
  /** By country of the recipient, ISO 3166-1 alpha-2. */
  byCountry: z.record(z.string().regex(/^[A-Z]{2}$/, 'invalid_country'), rates),
  otherCountries: rates.nullable(),
})
export type Tariff = z.infer<typeof tariff>

export interface SentMessage {
  /** Country of the recipient, ISO 3166-1 alpha-2; null when unknown. */
  country: string | null
  category: MessageCategory
  /** Within 24 hours of the contact's last message. */
  isInsideWindow: boolean
  /** Within 72 hours of an answer to an advertisement or page button. */
  isFreeEntryPoint?: boolean
  at: Date
  /** Service messages this phone number has delivered earlier in the month. */
  serviceMessagesThisMonth: number
}

export interface Price {
  reason: 'charged' | 'free_entry_point' | 'free_inside_window' | 'free_service' | 'free_allowance'
  /** In the tariff's currency; 0 when free, null when the tariff does not say. */
  amount: number | null
}

/** What a message costs once it is delivered; one that fails costs nothing. */
export function priceOf(message: SentMessage, prices: Tariff, timeZone: string): Price {
  const reason = reasonOf(message, timeZone)
  if (reason !== 'charged') return { reason, amount: 0 }
  const { country, category } = message
  const isListed = country !== null && Object.hasOwn(prices.byCountry, country)
  const list = isListed ? prices.byCountry[country] : prices.otherCountries
  return { reason, amount: list?.[category === 'service' ? 'utility' : category] ?? null } // service is charged as utility
}

function reasonOf(message: SentMessage, timeZone: string): Price['reason'] {
  const { category, isInsideWindow } = message
  if (message.isFreeEntryPoint) return 'free_entry_point'
  if (category === 'marketing' || category === 'authentication') return 'charged'
  const isServiceCharged = townDate(message.at, timeZone) >= SERVICE_CHARGED_FROM
  if (category === 'utility') return isServiceCharged || !isInsideWindow ? 'charged' : 'free_inside_window'
  if (!isServiceCharged) return 'free_service'
  return message.serviceMessagesThisMonth < FREE_SERVICE_MESSAGES_A_MONTH ? 'free_allowance' : 'charged'
}

/** The month, as YYYY-MM, whose free service messages a delivery counts towards. */
export const billingMonth = (at: Date, timeZone: string): string => townDate(at, timeZone).slice(0, 7)
