import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import type { ConsentRow, SubscriptionRow } from '../stores/subscription-store.ts'
import { subscriptionId } from '../stores/subscription-store.ts'
import { createImporter } from '../subscribers/importer.ts'

let api: TestApi
let admin: Client
const HEAD = 'Telèfon;Data;Prova'
const PATH = '/towns/vila/subscriber-imports'
const look = (bytes: Buffer | string[]) => {
  const file = Array.isArray(bytes) ? Buffer.from(bytes.join('\r\n')) : bytes
  return admin.send('POST', `${PATH}?topic=news&name=alta.csv`, file)
}
const subscribed = () =>
  api.connection.collection<SubscriptionRow>('subscriptions').countDocuments({ town: 'vila', subscribed: true })
const ledger = () => api.connection.collection<ConsentRow>('consents')
const importer = () => createImporter({ ...api.deps, onFailure: error => expect(error).toBeNull() })
const takeIn = async (id: string) => {
  const { status } = await admin.post(`${PATH}/${id}/take`)
  await importer().sweep()
  return { status, body: (await admin.get(`${PATH}/${id}`)).body }
}

beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
}, 60_000)
afterAll(() => api.close())

test('one line that is no good, and nobody is subscribed; every such line is in the report', async () => {
  const bad = Array.from({ length: 30 }, (_, index) => `${index};2026-03-01;Full`)
  const { body } = await look([HEAD, '600000001;2026-03-01;Full 1', '600000001;2026-03-01;=Full 2', ...bad])
  expect(body).toMatchObject({ state: 'faulty', lines: 32, faultCount: 31, fileName: 'alta.csv' })
  expect(body.faults.slice(0, 2)).toEqual([
    { line: 3, code: 'repeated', value: '+34600000001' },
    { line: 4, code: 'bad_number', value: '0' },
  ])
  expect((await admin.post(`${PATH}/${body.id}/take`)).status).toBe(409)
  const report = await admin.get(`${PATH}/${body.id}/report?in=es`)
  const lines = report.body.toString().split('\r\n')
  expect(lines).toHaveLength(33)
  expect(lines[1]).toBe(`3,"'+34600000001","El número ya sale más arriba"`)
  expect(await subscribed()).toBe(0)
  expect(await api.connection.collection('subscriber_import_parts').countDocuments({})).toBe(0)
})

test('everybody in a good file is subscribed with their proof, once it is told to; the same file again adds nobody', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => `${611_000_000 + index};1/3/2026;Full ${index}`)
  const looked = await look([HEAD, ...people])
  expect(looked.body).toMatchObject({ state: 'checked', lines: 1_200, added: 1_200, taken: 0 })
  expect(await subscribed()).toBe(0)
  expect(await takeIn(looked.body.id)).toMatchObject({ status: 200, body: { state: 'done', taken: 1_200 } })
  expect(await subscribed()).toBe(1_200)
  expect((await look([HEAD, ...people])).body).toMatchObject({ added: 0, already: 1_200 })
  expect(await ledger().countDocuments({ town: 'vila', source: 'import' })).toBe(1_200)
  const proof = await ledger().findOne({ address: '+34611000007' })
  expect(proof).toMatchObject({ purpose: 'topic:news', accepted: true, at: new Date('2026-03-01T12:00:00Z') })
  expect(proof?.version).toMatch(/^Notícies · Full 7 \(alta\.csv, sha256 [0-9a-f]{16}, 9\)$/)
})

test('told twice, it is taken in once, and written once in the audit log', async () => {
  const { body } = await look([HEAD, '633000001;2026-03-01;Full 1'])
  await Promise.all([admin.post(`${PATH}/${body.id}/take`), admin.post(`${PATH}/${body.id}/take`)])
  await Promise.all([importer().sweep(), importer().sweep()])
  expect((await admin.get(`${PATH}/${body.id}`)).body).toMatchObject({ state: 'done', taken: 1 })
  expect(await ledger().countDocuments({ address: '+34633000001' })).toBe(1)
  const entries = await api.connection.collection('audit').countDocuments({ action: 'subscribers.import' })
  expect(entries).toBe(2) // this file, and the one of the test before
})

test('whoever has left since they signed stays out, also when they leave after the file was looked through', async () => {
  const leaves = (address: string, at: string) =>
    api.connection.collection<SubscriptionRow>('subscriptions').insertOne({
      ...{ _id: subscriptionId('vila', 'news', address), town: 'vila', topicId: 'news', address },
      ...{ channelId: 'vila', contactId: '', subscribed: false, at: new Date(at), messageId: null },
    })
  await leaves('+34622000001', '2026-05-01')
  const { body } = await look([HEAD, '622000001;2026-03-01;Full 1'])
  expect(body).toMatchObject({ state: 'faulty', faults: [{ line: 2, code: 'left_since' }] })
  const good = await look([HEAD, '622000001;2026-06-01;Full 9', '622000002;2026-06-01;Full 9'])
  await leaves('+34622000002', '2026-07-01')
  await takeIn(good.body.id)
  const rows = await api.connection
    .collection<SubscriptionRow>('subscriptions')
    .find({ address: /^\+34622/ })
    .toArray()
  expect(rows.map(({ address, subscribed: is }) => [address, is])).toEqual([
    ['+34622000001', true],
    ['+34622000002', false],
  ])
})

test('a file in Windows’ own encoding is read like any other', async () => {
  const file = Buffer.from(`${HEAD}\r\n644000009;2026-03-01;Adhesi\u00f3`, 'latin1')
  expect((await look(file)).body).toMatchObject({ state: 'checked', added: 1 })
})

test.each([
  ['of no text', Buffer.from([0, 1, 2, 3]), 'not_text'],
  ['of nothing', Buffer.alloc(0), 'no_lines'],
])('a file %s is refused in words', async (_what, bytes, code) => {
  const { status, body } = await look(bytes)
  expect([status, body.state, body.faults[0]?.code]).toEqual([200, 'faulty', code])
})

test('a file that says it is too long is refused before it is looked at', async () => {
  expect((await look(Buffer.alloc(65 * 1024 * 1024, 65))).status).toBe(413)
})

test('officers do not take files in, and another town’s topic or file is none', async () => {
  const officer = await api.signedIn('officer@vila.example')
  expect((await officer.send('POST', `${PATH}?topic=news`, Buffer.from(HEAD))).status).toBe(403)
  expect((await admin.send('POST', `${PATH}?topic=nothing`, Buffer.from(HEAD))).status).toBe(404)
  const { body } = await look([HEAD, '655000001;2026-03-01;Full 1'])
  const other = await api.signedIn('admin@poble.example')
  expect((await other.get(`/towns/poble/subscriber-imports/${body.id}`)).status).toBe(404)
  expect((await other.post(`/towns/poble/subscriber-imports/${body.id}/take`)).status).toBe(404)
})

test('growth is told by day, topic and what it came about', async () => {
  const { body } = await admin.get('/towns/vila/subscribers/growth?from=2026-03-01&to=2026-03-31')
  expect(body).toEqual([{ day: '2026-03-01', topicId: 'news', source: 'import', joined: 1_201, left: 0 }])
  const file = await admin.get('/towns/vila/subscribers/growth.csv?from=2026-03-01&to=2026-03-31&in=it')
  expect(file.body.toString()).toContain('"2026-03-01","Notícies","File",1201,0')
})
