import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, startTestApi } from '../../../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  await api.deps.accounts.savePerson({
    ...{ email: 'provider@x.example', name: 'Provider', password: PASSWORD },
    ...{ parts: [], allTowns: true },
  })
}, 60_000)
afterAll(() => api.close())

const town = { key: 'alzina', name: 'Alzina', language: 'ca', country: 'ES', timeZone: 'Europe/Madrid' }

test('the installation’s administrator creates a town, and invites its first administrator', async () => {
  const provider = await api.signedIn('provider@x.example')
  expect((await provider.get('/session')).body.isInstallationAdministrator).toBe(true)
  expect((await provider.post('/towns', town)).body).toEqual({ key: 'alzina' })
  const { body } = await provider.get('/towns/alzina')
  expect(body.town).toMatchObject({ name: 'Alzina', departments: [{ name: { ca: 'Ajuntament' } }] })
  expect(body.town.calendars[0].publicHolidays.length).toBeGreaterThan(20)
  expect(body.channels).toMatchObject([{ key: 'alzina-web', kind: 'webchat', state: 'live' }])
  const invitation = { email: 'alcaldia@alzina.example', role: 'administrator', departments: [] }
  expect((await provider.post('/towns/alzina/invitations', invitation)).status).toBe(200)
  expect((await provider.post('/towns/alzina/channels', { kind: 'whatsapp' })).body).toMatchObject({
    ...{ key: 'alzina', state: 'not_connected' },
  })
})

test('a key is taken once, and is good in addresses', async () => {
  const provider = await api.signedIn('provider@x.example')
  expect((await provider.post('/towns', { ...town, key: 'vila' })).body.code).toBe('already_there')
  for (const key of ['A', 'a', 'la vila', '../vila', 'vila--nova', 'x'.repeat(41)])
    expect((await provider.post('/towns', { ...town, key })).status).toBe(400)
})

test('an administrator of a town creates none', async () => {
  const admin = await api.signedIn('admin@vila.example')
  const { status, body } = await admin.post('/towns', { ...town, key: 'another' })
  expect([status, body.code]).toEqual([403, 'not_allowed'])
  expect(await api.deps.towns.get('another')).toBeNull()
})
