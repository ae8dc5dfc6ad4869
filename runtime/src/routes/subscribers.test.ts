import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import type { ConsentRow, SubscriptionRow } from '../stores/subscription-store.ts'
import { subscriptionId } from '../stores/subscription-store.ts'

let api: TestApi
let admin: Client
const HEAD = 'Telèfon;Data;Prova'
const send = async (bytes: Buffer | string[], save = true) => {
  const file = Array.isArray(bytes) ? Buffer.from(bytes.join('\r\n')) : bytes
  return admin.send('POST', `/towns/vila/subscribers/import?topic=news&save=${save}`, file)
}
const subscribed = () =>
  api.connection.collection<SubscriptionRow>('subscriptions').countDocuments({ town: 'vila', subscribed: true })

beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
}, 60_000)
afterAll(() => api.close())

test('one line that is no good, and nobody is subscribed; looked at first, nobody is either', async () => {
  const bad = await send([HEAD, '600000001;2026-03-01;Full 1', '12;2026-03-01;Full 2', '600000001;2026-03-01;Full 3'])
  expect(bad.body).toMatchObject({ isDone: false, faultCount: 2 })
  expect(bad.body.faults).toEqual([
    { line: 3, code: 'bad_number', value: '12' },
    { line: 4, code: 'repeated', value: '+34600000001' },
  ])
  expect((await send([HEAD, '600000001;2026-03-01;Full 1'], false)).body).toMatchObject({ added: 1, isDone: false })
  expect(await subscribed()).toBe(0)
})

test('everybody in a good file is subscribed with their proof; the same file again adds nobody', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => `${611_000_000 + index};1/3/2026;Full ${index}`)
  expect((await send([HEAD, ...people])).body).toMatchObject({ lines: 1_200, added: 1_200, isDone: true })
  expect((await send([HEAD, ...people])).body).toMatchObject({ added: 0, already: 1_200 })
  expect(await subscribed()).toBe(1_200)
  const ledger = api.connection.collection<ConsentRow>('consents')
  expect(await ledger.countDocuments({ town: 'vila', source: 'import' })).toBe(1_200)
  expect(await ledger.findOne({ address: '+34611000007' })).toMatchObject({
    ...{ purpose: 'topic:news', version: 'Notícies · Full 7', accepted: true, at: new Date('2026-03-01T12:00:00Z') },
  })
})

test('whoever has left since they signed stays out', async () => {
  await api.connection.collection<SubscriptionRow>('subscriptions').insertOne({
    ...{ _id: subscriptionId('vila', 'news', '+34622000001'), town: 'vila', topicId: 'news', address: '+34622000001' },
    ...{ channelId: 'vila', contactId: '', subscribed: false, at: new Date('2026-05-01'), messageId: null },
  })
  const { body } = await send([HEAD, '622000001;2026-03-01;Full 1'])
  expect(body).toMatchObject({ isDone: false, faults: [{ line: 2, code: 'left_since' }] })
  expect((await send([HEAD, '622000001;2026-06-01;Full 9'])).body).toMatchObject({ added: 1, isDone: true })
})

test.each([
  ['in another encoding', Buffer.from(`${HEAD}\r\n600000009;2026-03-01;Adhesi\u00f3`, 'latin1'), 'not_text'],
  ['of no text', Buffer.from([0, 1, 2, 3]), 'not_text'],
  ['of nothing', Buffer.alloc(0), 'no_lines'],
])('a file %s is refused in words', async (_what, bytes, code) => {
  const { status, body } = await send(bytes)
  expect([status, body.isDone, body.faults[0]?.code]).toEqual([200, false, code])
})

test('a file of 50 MB is refused before it is looked at', async () => {
  expect((await send(Buffer.alloc(50 * 1024 * 1024, 65))).status).toBe(413)
})

test('officers do not take files in, and another town’s topic is none', async () => {
  const officer = await api.signedIn('officer@vila.example')
  const path = '/towns/vila/subscribers/import'
  expect((await officer.send('POST', `${path}?topic=news`, Buffer.from(HEAD))).status).toBe(403)
  expect((await admin.send('POST', `${path}?topic=nothing`, Buffer.from(HEAD))).status).toBe(404)
})

test('growth is told by day, topic and what it came about', async () => {
  const { body } = await admin.get('/towns/vila/subscribers/growth?from=2026-03-01&to=2026-03-31')
  expect(body).toEqual([{ day: '2026-03-01', topicId: 'news', source: 'import', joined: 1_200, left: 0 }])
})
