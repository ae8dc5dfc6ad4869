import { type BroadcastDraft, everySubscriber, newContact, newSession } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import type { Conversation } from '../stores/conversation-store.ts'

let api: TestApi
let officer: Client
const path = '/towns/vila/broadcasts'
const notice = (more: Partial<BroadcastDraft> = {}): BroadcastDraft => ({
  ...{ name: 'Tall d’aigua', text: { ca: 'Demà no hi ha aigua' }, pictureId: null },
  segment: { ...everySubscriber, topicIds: ['news'] },
  ...more,
})
const made = async (more: Partial<BroadcastDraft> = {}) => (await officer.post(path, notice(more))).body

beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

test('a notice is written, changed by its revision, and sent once', async () => {
  const { id } = await made()
  const changed = await officer.send('PUT', `${path}/${id}`, { ...notice({ name: 'Aigua' }), rev: 1 })
  expect(changed.body).toMatchObject({ rev: 2, name: 'Aigua', state: 'draft', by: 'officer of vila' })
  expect((await officer.send('PUT', `${path}/${id}`, { ...notice(), rev: 1 })).status).toBe(409)
  expect((await officer.post(`${path}/${id}/send`, { rev: 1 })).status).toBe(409)
  const [one, other] = await Promise.all([1, 2].map(() => officer.post(`${path}/${id}/send`, { rev: 2 })))
  expect([one?.status, other?.status].sort()).toEqual([200, 409])
  expect((await officer.send('PUT', `${path}/${id}`, { ...notice(), rev: 3 })).status).toBe(409)
  expect((await officer.send('DELETE', `${path}/${id}?rev=3`)).status).toBe(409)
  const { body } = await officer.get(`${path}/${id}`)
  expect(body.broadcast).toMatchObject({ state: 'listing', sentBy: 'officer of vila' })
})

test.each([
  ['a topic the town has not', { segment: { ...everySubscriber, topicIds: ['nothing'] } }, 422],
  ['a picture the town has not', { pictureId: 'nowhere' }, 422],
  ['no name', { name: ' ' }, 400],
])('%s is refused', async (_name, more, status) => {
  expect((await officer.post(path, notice(more))).status).toBe(status)
})

test.each([
  ['says nothing', { text: { ca: ' ' } }],
  ['is longer than WhatsApp takes', { text: { ca: 'a'.repeat(4_097) } }],
])('what %s is kept and not sent', async (_name, more) => {
  const { id } = await made(more)
  expect((await officer.post(`${path}/${id}/send`, { rev: 1 })).status).toBe(400)
})

test('a notice is planned, waits unchanged, and is a draft again when that is cancelled', async () => {
  const { id } = await made()
  const plan = { date: '2999-12-02', time: '09:00', repeat: 'weekly', until: null }
  const schedule = (rev: number, more: object = {}) =>
    officer.post(`${path}/${id}/schedule`, { rev, plan: { ...plan, ...more } })
  expect((await schedule(1, { date: '2001-01-01', repeat: 'once' })).status).toBe(422)
  expect((await schedule(2)).status).toBe(409)
  const planned = await schedule(1)
  expect(planned.body).toMatchObject({ state: 'scheduled', rev: 2, plan, nextAt: '2999-12-02T08:00:00.000Z' })
  expect((await officer.send('PUT', `${path}/${id}`, { ...notice(), rev: 2 })).status).toBe(409)
  expect((await officer.post(`${path}/${id}/send`, { rev: 2 })).status).toBe(409)
  expect((await officer.send('DELETE', `${path}/${id}/schedule?rev=1`)).status).toBe(409)
  const cancelled = await officer.send('DELETE', `${path}/${id}/schedule?rev=2`)
  expect(cancelled.body).toMatchObject({ state: 'draft', rev: 3, plan: null, nextAt: null })
})

test('where the town wants it a second person approves, never the author, and any change takes it back', async () => {
  const admin = await api.signedIn('admin@vila.example')
  await admin.send('PUT', '/towns/vila/notice-rules', { calendarId: null, approval: 'all' })
  const { id } = await made()
  const approve = (who: Client, rev: number) => who.post(`${path}/${id}/approval`, { rev })
  const send = (rev: number) => officer.post(`${path}/${id}/send`, { rev })
  const plan = { date: '2999-12-02', time: '09:00', repeat: 'once', until: null }
  expect((await send(1)).body.code).toBe('needs_approval')
  expect((await officer.post(`${path}/${id}/schedule`, { rev: 1, plan })).body.code).toBe('needs_approval')
  const asked = await officer.post(`${path}/${id}/approval-request`, { rev: 1 })
  expect(asked.body).toMatchObject({ rev: 2, approval: { state: 'asked', by: 'officer of vila' } })
  expect((await admin.get('/towns/vila/notices')).body[0].text).toContain('«Tall d’aigua»')
  expect((await approve(officer, 2)).body.code).toBe('own_work')
  expect((await approve(admin, 1)).status).toBe(409)
  expect((await approve(admin, 2)).body).toMatchObject({
    rev: 3,
    approval: { state: 'given', by: 'administrator of vila' },
  })

  const changed = await admin.send('PUT', `${path}/${id}`, { ...notice({ name: 'Aigua' }), rev: 3 })
  expect(changed.body).toMatchObject({ rev: 4, approval: null })
  expect((await send(4)).body.code).toBe('needs_approval')
  expect((await approve(admin, 4)).body.code).toBe('own_work') // who changes it is an author, too
  expect((await approve(officer, 4)).body.code).toBe('own_work')

  const { id: other } = await made()
  await admin.post(`${path}/${other}/approval`, { rev: 1 })
  expect((await officer.post(`${path}/${other}/send`, { rev: 2 })).body.state).toBe('listing')
  const { entries } = (await admin.get('/towns/vila/audit')).body
  expect(entries.map(({ action }: { action: string }) => action)).toContain('broadcast.approve')
  await admin.send('PUT', '/towns/vila/notice-rules', { calendarId: null, approval: 'none' })
})

test('agents neither read nor send notices', async () => {
  const agent = await api.signedIn('roads@vila.example')
  expect([(await agent.get(path)).status, (await agent.post(path, notice())).status]).toEqual([403, 403])
})

test('a try goes to the phone that wrote this person’s code within a day, and to no other', async () => {
  const { id } = await made()
  const tries = () => officer.post(`${path}/${id}/test`, { rev: 1, language: 'ca' })
  const { code, phone } = (await officer.get('/towns/vila/test-phone')).body
  expect([phone, (await tries()).status]).toEqual([null, 409])
  expect(code).toMatch(/^PREGONER \d{10}$/)
  await api.connection.collection<Conversation>('conversations').insertOne({
    ...{ _id: 'vila:joana', town: 'vila', channelId: 'vila', channelKind: 'whatsapp', contactId: 'joana', rev: 1 },
    ...{ session: newSession(newContact('Joana'), 1), at: null, dueAt: null, lastInAt: new Date(), seq: 0 },
    ...{ address: { type: 'phone', value: '34600000009' }, phone: '34600000009', applied: [], outbox: [] },
  })
  await api.connection.collection<{ _id: string }>('messages').insertOne({
    ...{ _id: 'm1', town: 'vila', convId: 'vila:joana', seq: 1, at: new Date(), text: code, media: [], place: null },
  })
  expect((await officer.get('/towns/vila/test-phone')).body.phone).toBe('+34600000009')
  expect((await tries()).status).toBe(200)
  expect(api.orders.at(-1)).toMatchObject({
    convId: 'vila:joana',
    order: { kind: 'broadcast', broadcastId: null, message: { text: 'Demà no hi ha aigua' } },
  })
  const other = await api.signedIn('admin@vila.example')
  expect((await other.post(`${path}/${id}/test`, { rev: 1, language: 'ca' })).status).toBe(409)
  api.later(25 * 60)
  officer = await api.signedIn('officer@vila.example')
  expect((await tries()).status).toBe(409)
})
