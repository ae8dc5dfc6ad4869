import type { Tariff } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const prices: Tariff = {
  currency: 'EUR',
  countries: [
    { country: 'ES', amount: 0.0509 },
    { country: 'IT', amount: null },
  ],
  otherCountries: null,
}

test('prices are kept with the town, and nothing else of it changes', async () => {
  const admin = await api.signedIn('admin@vila.example')
  const before = (await admin.get('/towns/vila')).body.town
  expect(before.tariff).toBeUndefined()
  expect((await admin.send('PUT', '/towns/vila/tariff', prices)).status).toBe(200)
  expect((await admin.get('/towns/vila')).body.town).toEqual({ ...before, tariff: prices })
  expect(await api.deps.audit.newest('vila', 1)).toMatchObject([{ action: 'town.tariff', object: 'vila' }])
})

test('only an administrator enters them, and only prices are taken', async () => {
  const officer = await api.signedIn('officer@vila.example')
  expect((await officer.send('PUT', '/towns/vila/tariff', prices)).status).toBe(403)
  const admin = await api.signedIn('admin@vila.example')
  const twice = { ...prices, countries: [prices.countries[0], prices.countries[0]] }
  for (const body of [{ ...prices, otherCountries: -1 }, twice, { ...prices, currency: 'euros' }]) {
    expect((await admin.send('PUT', '/towns/vila/tariff', body)).status).toBe(400)
  }
})
