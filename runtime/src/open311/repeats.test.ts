import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let admin: Client
let key: string
let clock = new Date('2026-03-10T09:00:00Z')
const MINUTE_MS = 60_000

beforeAll(async () => {
  api = await startTestApi({ now: () => clock })
  admin = await api.signedIn('admin@vila.example')
  key = (await admin.post('/towns/vila/api-keys', { name: 'Bústia' })).body.secret
}, 60_000)
afterAll(() => api.close())
beforeEach(async () => {
  await api.connection.collection('incidents').deleteMany({})
  clock = new Date(clock.getTime() + 60 * MINUTE_MS)
})

/** The example of GeoReport v2, POST Service Request, for a service and a jurisdiction that there are. */
const example = {
  jurisdiction_id: 'vila',
  service_code: 'pothole',
  lat: '37.76524078',
  long: '-122.4212043',
  address_string: '1234 5th street',
  email: 'smit333@sfgov.edu',
  device_id: 'tt222111',
  account_id: '123456',
  first_name: 'john',
  last_name: 'smith',
  phone: '111111111',
  description: 'A large sinkhole is destroying the street',
  media_url: 'http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
  'attribute[WHISPAWN]': '123456',
  'attribute[WHISORNY]': '001002',
}

async function report(more: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ ...example, api_key: key, ...more })
  const answer = await fetch(`${api.url}/open311/vila/v2/requests.json`, { method: 'POST', body, headers })
  const [told] = await answer.json()
  return { status: answer.status, id: told.service_request_id as string, description: told.description as string }
}
const kept = async () => (await admin.get('/towns/vila/incidents')).body.incidents.length

test('what is sent again and again is one incident with one reference', async () => {
  const first = await report()
  expect(first.status).toBe(200)
  clock = new Date(clock.getTime() + 14 * MINUTE_MS)
  expect(await report()).toEqual(first)
  expect(await kept()).toBe(1)
  const audited = (await api.deps.audit.newest('vila', 20)).filter(({ action }) => action === 'open311.report')
  expect(audited).toHaveLength(1)
})

test('sent eight times at once it is one incident too', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => report()))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect(await kept()).toBe(1)
})

test.each([
  ['another description', { description: 'Another sinkhole' }],
  ['another place', { lat: '37.76524079' }],
  ['another sender', { account_id: '654321' }],
  ['another answer to a question of the service', { 'attribute[WHISPAWN]': '7' }],
])('%s is another incident', async (_what, more) => {
  const first = await report()
  expect((await report(more)).id).not.toBe(first.id)
  expect(await kept()).toBe(2)
})

test('the same by another key, or half an hour later, is another incident', async () => {
  const first = await report()
  const other = (await admin.post('/towns/vila/api-keys', { name: 'Una altra' })).body.secret
  expect((await report({ api_key: other })).id).not.toBe(first.id)
  clock = new Date(clock.getTime() + 31 * MINUTE_MS)
  expect((await report()).id).not.toBe(first.id)
  expect(await kept()).toBe(3)
})

test('with an Idempotency-Key it is one for ever, and the same key for another one is refused, not swallowed', async () => {
  const named = { 'idempotency-key': '8e03978e-40d5-43dd-bc93-6894a57f9324' }
  const first = await report({}, named)
  clock = new Date(clock.getTime() + 3 * 24 * 60 * MINUTE_MS)
  expect(await report({}, named)).toEqual(first)
  expect(await report({ description: 'Another sinkhole' }, named)).toMatchObject({
    status: 400,
    description: expect.stringContaining('Idempotency-Key'),
  })
  expect(await report({}, { 'idempotency-key': 'with a space' })).toMatchObject({ status: 400 })
  expect(await kept()).toBe(1)
  // Two keys are two reports, however alike: the program knows better than we do.
  expect((await report({}, { 'idempotency-key': 'another' })).id).not.toBe(first.id)
})

test('neither the key nor what was sent can be told from what the incident is called', async () => {
  await report()
  const [row] = await api.connection.collection<{ _id: string }>('incidents').find().toArray()
  expect(row?._id).toMatch(/^open311:vila:[0-9a-f]{32}$/)
})
