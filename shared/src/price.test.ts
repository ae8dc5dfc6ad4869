import { expect, test } from 'vitest'
import { priceOf, type Tariff, tariff } from './price.ts'

const prices: Tariff = {
  currency: 'EUR',
  countries: [
    { country: 'ES', amount: 0.05 },
    { country: 'IT', amount: null },
    { country: 'AD', amount: 0 },
  ],
  otherCountries: 0.1,
}

test.each([
  [7, prices, 'ES', 0.35],
  [3, { ...prices, countries: [{ country: 'ES', amount: 0.1 }] }, 'ES', 0.3],
  [7, prices, 'AD', 0],
  [2, prices, 'FR', 0.2],
  [7, prices, 'IT', undefined],
  [7, { ...prices, otherCountries: null }, 'FR', undefined],
  [7, undefined, 'ES', undefined],
])('%d messages at %o to %s cost %s', (messages, entered, country, amount) => {
  expect(priceOf(messages, entered, country)?.amount).toBe(amount)
})

test.each<[string, unknown, boolean]>([
  ['a tariff', prices, true],
  ['a country twice', { ...prices, countries: [prices.countries[0], prices.countries[0]] }, false],
  ['less than nothing', { ...prices, otherCountries: -0.1 }, false],
  ['a word for a currency', { ...prices, currency: 'euro' }, false],
  ['something else', { ...prices, discount: 1 }, false],
])('%s is a tariff: %o', (_name, entered, isTariff) => {
  expect(tariff.safeParse(entered).success).toBe(isTariff)
})
