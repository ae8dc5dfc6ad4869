import { z } from 'zod'

/** What one delivered message costs, as an administrator entered it; null where nobody has. Never taken for zero. */
const amount = z.number().nonnegative().max(1_000).nullable()

/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/)

/**
 * The town's prices of messages. WhatsApp charges them when they are delivered, by the country of the recipient's number:
 * those in a conversation (since 1 October 2026) and utility templates at `amount`, marketing templates at `marketing`.
 * Failed messages cost nothing.
 */
export const tariff = z.strictObject({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  countries: z
    .array(z.strictObject({ country: countryCode, amount, marketing: amount.optional() }))
    .max(60)
    .refine(rows => new Set(rows.map(({ country }) => country)).size === rows.length, 'country_repeated'),
  otherCountries: amount,
  otherMarketing: amount.optional(),
})
export type Tariff = z.infer<typeof tariff>

export interface Price {
  amount: number
  currency: string
}

export type Rate = 'utility' | 'marketing'

/** What a message to a number of that country costs, as far as anybody has entered it. */
export function rateOf(prices: Tariff | undefined, country: string, kind: Rate = 'utility'): Price | null {
  const listed = prices?.countries.find(row => row.country === country)
  const others = kind === 'marketing' ? prices?.otherMarketing : prices?.otherCountries
  const own = kind === 'marketing' ? listed?.marketing : listed?.amount
  const rate = listed ? own : others
  return prices && rate !== null && rate !== undefined ? { amount: rate, currency: prices.currency } : null
}

const DIGITS = 6 // of a sum; rates have four, and sums of them must not show how computers keep fractions

/** What so many delivered messages cost; null when the tariff does not say. */
export function priceOf(
  messages: number,
  prices: Tariff | undefined,
  country: string,
  kind: Rate = 'utility',
): Price | null {
  const rate = rateOf(prices, country, kind)
  return rate && { ...rate, amount: Number((messages * rate.amount).toFixed(DIGITS)) }
}
