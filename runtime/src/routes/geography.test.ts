import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import { pothole } from '../../../test/sample-town.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

const corners = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
  [1, 1],
]
const ground = {
  districts: [{ id: 'nord', name: 'Nord', outline: [[corners]] }],
  streets: [{ name: 'Carrer Major', at: [1.5, 1.5] }],
}

test('an incident is found in its district, by the pin or by the street, and the feed narrowed to it', async () => {
  const admin = await api.signedIn('admin@vila.example')
  expect((await admin.send('PUT', '/towns/vila/geography', ground)).status).toBe(200)
  const origin = {
    convId: 'wa:c',
    channelId: 'vila',
    channelKind: 'whatsapp' as const,
    contactName: null,
    windowEndsAt: null,
  }
  const at = new Date('2026-11-02T09:00:00Z')
  const nowhere = { latitude: null, longitude: null, name: null, address: null }
  const places = [
    { ...nowhere, address: 'c/ Major 12' },
    { ...nowhere, latitude: 1.2, longitude: 1.2 },
    { ...nowhere, latitude: 5, longitude: 5 },
    null,
  ]
  for (const [index, place] of places.entries()) {
    const opening = pothole({ reference: `VIL-${index}`, place })
    await api.deps.incidents.openIncident('vila', `vila:place-${index}:1:0`, origin, opening, at)
  }
  const { body } = await admin.get('/towns/vila/incidents?districtId=nord')
  const found = body.incidents as { reference: string; spot: unknown; districtId: string }[]
  expect(found.map(({ reference, spot }) => [reference, spot]).sort()).toEqual([
    ['VIL-0', { at: [1.5, 1.5], isExact: false }],
    ['VIL-1', { at: [1.2, 1.2], isExact: true }],
  ])
})

test('only an administrator draws the town, and only shapes that close are taken', async () => {
  const officer = await api.signedIn('officer@vila.example')
  expect((await officer.send('PUT', '/towns/vila/geography', ground)).status).toBe(403)
  expect((await officer.get('/towns/vila/geography')).body).toEqual(ground)
  const admin = await api.signedIn('admin@vila.example')
  const line = { ...ground, districts: [{ id: 'x', name: 'X', outline: [[corners.slice(0, 3)]] }] }
  expect((await admin.send('PUT', '/towns/vila/geography', line)).status).toBe(400)
})
