import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { createStopTokens, type Stop } from '../digest/stop-tokens.ts'
import { createSecrets } from '../secrets/secrets.ts'

let api: TestApi
let admin: Client
let personId: string
beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
  personId = (await api.deps.people.inTown('vila')).find(({ email }) => email === 'officer@vila.example')?.id ?? ''
  await wants()
}, 60_000)
afterAll(() => api.close())

const wants = () =>
  api.deps.digestChoices.choose({ town: 'vila', personId, isOn: true, language: 'es', at: new Date() })
const isWanted = async () => (await api.deps.digestChoices.townsOf(personId)).has('vila')
const told = { town: 'vila', townName: 'La <Vila>', language: 'es' as const }
const tokenOf = (whose: Stop['whose']) => api.deps.stopTokens.make({ ...told, whose })
/** As a mail program does it: no cookie, no origin, no header of ours. */
const oneClick = (token: string, method = 'POST') =>
  fetch(`${api.url}/letters/stop/${token}`, {
    method,
    ...(method === 'POST' && { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
  })

test('looking at the link stops nothing and shows a button, in the letter’s language', async () => {
  const page = await oneClick(tokenOf({ personId }), 'GET')
  const html = await page.text()
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(html).toContain('<html lang="es">')
  expect(html).toContain('<button>Dejar de recibirlo</button>')
  expect(html).toContain('La &lt;Vila&gt;')
  expect(await isWanted()).toBe(true)
})

test('one click stops this letter without signing in, as often as it is done, and is in the log', async () => {
  const token = tokenOf({ personId })
  expect([(await oneClick(token)).status, (await oneClick(token)).status]).toEqual([200, 200])
  expect(await isWanted()).toBe(false)
  const [line] = await api.deps.audit.newest('vila', 1)
  expect(line).toMatchObject({ action: 'account.digest_off', object: personId, personId: null })
  await wants()
})

test.each([
  ['made up', () => 'no-such-token'],
  ['changed', () => `${tokenOf({ personId }).slice(0, -3)}abc`],
  ['of another installation', () => foreign.make({ ...told, whose: { personId } })],
  [
    'sealed for something else',
    () => api.deps.secrets.seal(JSON.stringify({ ...told, whose: { personId } }), 'channel'),
  ],
  ['too long', () => 'x'.repeat(5_000)],
])('a token that is %s changes nothing', async (_how, token) => {
  expect((await oneClick(token())).status).toBe(404)
  expect(await isWanted()).toBe(true)
})
const foreign = createStopTokens(createSecrets([Buffer.alloc(32, 1)]))

test('the token is good for nothing else', async () => {
  const token = tokenOf({ personId })
  for (const path of ['/api/account/digests', '/api/towns/vila', `/api/my-data/${token}`]) {
    const headers = { cookie: `session=${token}`, authorization: `Bearer ${token}` }
    expect((await fetch(`${api.url}${path}`, { headers })).status).toBeGreaterThanOrEqual(400)
  }
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await oneClick(token, method)).status).toBe(404)
})

test('a department’s letter is stopped at its address, and an administrator has it sent again', async () => {
  const town = await api.deps.towns.get('vila')
  const [department] = town?.departments ?? []
  if (!town || !department) throw new Error('no department')
  department.email = 'via@vila.example'
  await api.deps.towns.save(town)
  const isStopped = async () =>
    (await admin.get('/towns/vila/digest')).body.departments.find(({ id }: { id: string }) => id === department.id)
      .isStopped
  expect(await isStopped()).toBe(false)
  await oneClick(tokenOf({ departmentId: department.id, address: 'via@vila.example' }))
  expect(await isStopped()).toBe(true)
  expect((await admin.send('PUT', `/towns/vila/digest/departments/${department.id}`)).status).toBe(200)
  expect(await isStopped()).toBe(false)
  expect((await admin.send('PUT', '/towns/vila/digest/departments/nowhere')).status).toBe(404)
})
