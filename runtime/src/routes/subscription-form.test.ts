import { formCodeIn, subscriptionAsked, subscriptionForm } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'

let api: TestApi
let clock = new Date('2026-11-23T10:00:00Z')
beforeAll(async () => {
  api = await startTestApi({ now: () => clock })
}, 60_000)
afterAll(() => api.close())

const ask = (more: object = {}) =>
  api.client().post('/subscribe/vila', {
    ...{ topicIds: ['news'], number: '600 111 222', language: 'ca', agrees: true, ...more },
  })
const nextMinute = () => {
  clock = new Date(clock.getTime() + 60_000)
}

test('anybody sees what there is to subscribe to and what has to be agreed to', async () => {
  const { status, body } = await api.client().get('/subscribe/vila')
  expect([status, subscriptionForm.parse(body).topics]).toEqual([200, [{ id: 'news', name: { ca: 'Notícies' } }]])
  expect(body.consents.ca).toContain('l’ajuntament (vila)')
  expect((await api.client().get('/subscribe/nowhere')).status).toBe(404)
})

test('a filled-in form gives a code of its own, which waits, is known nowhere else, and expires', async () => {
  const [one, other] = [await ask(), await ask()]
  const { code, expiresAt } = subscriptionAsked.parse(one.body)
  expect([one.status, formCodeIn(code), code === other.body.code]).toEqual([200, code, false])
  expect(expiresAt).toBe('2026-11-23T10:30:00.000Z')
  const state = async (town = 'vila') => (await api.client().post(`/subscribe/${town}/state`, { code })).body
  expect([await state(), await state('poble')]).toEqual([{ state: 'waiting' }, { state: 'other' }])
  clock = new Date('2026-11-23T10:31:00Z')
  expect(await state()).toEqual({ state: 'expired' })
  const stored = JSON.stringify(await api.connection.collection('subscription_forms').find().toArray())
  expect(stored).not.toMatch(/600111222/)
  expect(stored).not.toContain(code)
  expect(api.logged.join()).not.toMatch(/600 ?111 ?222/)
  expect(api.orders).toEqual([])
})

test.each<[string, object]>([
  ['without agreeing', { agrees: false }],
  ['without a topic', { topicIds: [] }],
  ['with a topic of another town', { topicIds: ['stays-poble'] }],
  ['with no number', { number: 'hola' }],
  ['with an operator for a number', { number: { $ne: 1 } }],
  ['with a key nobody asked for', { source: 'import' }],
])('a form %s is refused', async (_what, more) => {
  expect((await ask(more)).status).toBe(400)
})

test('an address asks for twenty codes a minute, and tries ten that are none', async () => {
  nextMinute()
  const statuses: number[] = []
  for (let count = 0; count < 21; count += 1) statuses.push((await ask()).status)
  expect([statuses.filter(status => status === 200).length, statuses.at(-1)]).toEqual([20, 429])
  const guess = () => api.client().post('/subscribe/vila/state', { code: 'WEB-222222-333333' })
  for (let count = 0; count < 10; count += 1) expect((await guess()).body).toEqual({ state: 'other' })
  expect((await guess()).status).toBe(429)
  nextMinute()
  expect((await guess()).status).toBe(200)
})
