import { type Price, priceOf, type Tariff } from '@pregoner/shared'

/** Money as a reader writes it, with as many decimals as a small price needs. */
export const moneyIn = (language: string, { amount, currency }: Price): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: amount < 1 ? 3 : 2,
  }).format(amount)

/** The dearest that so many messages can be to any number abroad, when that is more than at home. */
export function dearestAbroad(messages: number, prices: Tariff | undefined, home: string): Price | null {
  const own = priceOf(messages, prices, home)?.amount ?? 0
  const amounts = [...(prices?.countries ?? []).map(({ amount }) => amount), prices?.otherCountries ?? null]
  const most = Math.max(...amounts.map(amount => (amount ?? 0) * messages))
  return prices && most > own ? { amount: most, currency: prices.currency } : null
}
