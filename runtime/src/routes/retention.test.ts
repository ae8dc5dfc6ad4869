import { defaultRetention } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let admin: Client
beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
}, 30_000)
afterAll(() => api.close())

const PATH = '/towns/vila/retention'
const half = { ...defaultRetention, messages: { count: 6, unit: 'months' } }

test('periods are changed by who has seen the present ones, within their bounds', async () => {
  expect((await admin.get(PATH)).body).toEqual({ policy: defaultRetention, rev: 0, changedBy: null, changedAt: null })
  const changed = await admin.send('PUT', PATH, { policy: half, rev: 0 })
  expect(changed.body).toMatchObject({ policy: half, rev: 1, changedBy: 'administrator of vila' })
  expect((await admin.send('PUT', PATH, { policy: defaultRetention, rev: 0 })).status).toBe(409)
  for (const messages of [
    null,
    { count: 30, unit: 'days' },
    { count: 61, unit: 'months' },
    { count: 1, unit: 'years' },
  ])
    expect((await admin.send('PUT', PATH, { policy: { ...half, messages }, rev: 1 })).status).toBe(400)
  const [line] = await api.deps.audit.newest('vila', 1)
  expect(line).toMatchObject({ action: 'privacy.retention', object: expect.stringContaining('messages=6m') })
})

test('the trial changes nothing; a run does, and its report is kept and taken out', async () => {
  const at = new Date(Date.now() - 200 * 86_400_000)
  await api.connection.collection<{ _id: string }>('messages').insertOne({
    ...{ _id: 'old', town: 'vila', convId: 'vila:a', seq: 1, at, text: 'fa temps', media: [], place: null },
  })
  const tried = (await admin.post(`${PATH}/trial`, { policy: half })).body
  expect(tried.find(({ name }: { name: string }) => name === 'messages')).toEqual({
    ...{ name: 'messages', count: 1, oldest: at.toISOString() },
  })
  expect(await api.connection.collection('messages').countDocuments()).toBe(1)
  const [begun] = (await admin.post(`${PATH}/runs`, {})).body
  expect(begun).toMatchObject({ kind: 'by_hand', by: 'administrator of vila', finishedAt: null })
  await expect.poll(async () => (await admin.get(`${PATH}/runs`)).body[0].finishedAt).not.toBeNull()
  expect((await admin.get(`${PATH}/runs`)).body).toMatchObject([{ counts: { messages: 1 }, failed: [] }])
  expect(await api.connection.collection('messages').countDocuments()).toBe(0)
  const { body, headers } = await admin.get(`${PATH}/runs/export`)
  expect(headers.get('content-type')).toContain('text/csv')
  expect(String(body)).toContain('administrator of vila')
  expect((await admin.get('/towns/poble/retention')).status).toBe(404)
  const officer = await api.signedIn('officer@vila.example')
  expect((await officer.post(`${PATH}/runs`, {})).status).toBe(403)
})
