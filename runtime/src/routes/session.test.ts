import { createHash } from 'node:crypto'
import { signedIn } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, startTestApi } from '../../../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

test('signing in tells who one is and sets a cookie that scripts cannot read', async () => {
  const client = api.client()
  const { status, body, headers } = await client.post('/session', {
    email: ' Officer@Vila.example ',
    password: PASSWORD,
  })
  expect(status).toBe(200)
  expect(signedIn.parse(body).memberships).toEqual([
    { townKey: 'vila', townName: 'vila', role: 'officer', departments: [] },
  ])
  expect(headers.get('set-cookie')).toMatch(/^pregoner=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect((await client.get('/session')).body).toEqual(body)
})

test('over https the cookie is bound to this host', async () => {
  const { headers } = await api
    .client()
    .post('/session', { email: 'officer@vila.example', password: PASSWORD }, { 'x-forwarded-proto': 'https' })
  expect(headers.get('set-cookie')).toMatch(/^__Host-pregoner=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const client = await api.signedIn('officer@vila.example')
  const stolen = client.cookies()
  await client.send('DELETE', '/session')
  expect((await api.client().get('/session', { cookie: stolen })).body.code).toBe('signed_out')
})

test('a new password and a disabled person end every session at once', async () => {
  const stores = api.deps
  await stores.accounts.savePerson({ email: 'leaving@vila.example', name: 'Leaving', password: PASSWORD, parts: [] })
  const first = await api.signedIn('leaving@vila.example')
  const session = [...(await stores.accounts.sessions(idsOf(first.cookies()))).values()][0]
  if (!session) throw new Error('no session')
  await stores.accounts.changePassword(session.person.id, PASSWORD)
  expect((await first.get('/session')).status).toBe(401)

  const second = await api.signedIn('leaving@vila.example')
  await stores.accounts.disable(session.person.id)
  expect((await second.get('/session')).status).toBe(401)
  expect((await api.client().post('/session', { email: 'leaving@vila.example', password: PASSWORD })).body.code).toBe(
    'wrong_password',
  )
})

const idsOf = (cookies: string) => [createHash('sha256').update(cookies.replace('pregoner=', '')).digest('hex')]

test('a session ends after half an hour without use, and after twelve hours with it', async () => {
  const idle = await api.signedIn('officer@vila.example')
  const busy = await api.signedIn('admin@vila.example')
  for (let minutes = 0; minutes < 40; minutes += 20) {
    api.later(20)
    expect((await busy.get('/session')).status).toBe(200)
  }
  expect((await idle.get('/session')).status).toBe(401)
  for (let minutes = 40; minutes < 12 * 60 - 20; minutes += 20) {
    api.later(20)
    await busy.get('/session')
  }
  expect((await busy.get('/session')).status).toBe(200)
  api.later(21)
  expect((await busy.get('/session')).status).toBe(401)
})

test('a wrong password and an unknown person meet the same answer in about the same time', async () => {
  const attempt = async (email: string) => {
    const started = performance.now()
    const { status, body } = await api.client().post('/session', { email, password: 'wrong' })
    return { took: performance.now() - started, status, body }
  }
  const known = []
  const unknown = []
  for (let count = 0; count < 4; count += 1) {
    known.push(await attempt('parks@poble.example'))
    unknown.push(await attempt('nobody@poble.example'))
  }
  expect(unknown.map(({ status, body }) => [status, body])).toEqual(known.map(({ status, body }) => [status, body]))
  const ratio = median(unknown.map(({ took }) => took)) / median(known.map(({ took }) => took))
  expect(ratio).toBeGreaterThan(0.25)
  expect(ratio).toBeLessThan(4)
})

test('guessing is slowed down per account, known or not, even with the right password', async () => {
  for (const email of ['roads@poble.example', 'ghost@poble.example']) {
    for (let count = 0; count < 5; count += 1)
      await api.client().post('/session', { email, password: `guess ${count}` })
    const { status, body, headers } = await api.client().post('/session', { email, password: PASSWORD })
    expect([status, body.code]).toEqual([429, 'too_many'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  api.later(1)
  expect((await api.client().post('/session', { email: 'roads@poble.example', password: PASSWORD })).status).toBe(200)
})

test('many guesses at once do not slip through', async () => {
  const email = 'parks@vila.example'
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => api.client().post('/session', { email, password: 'x' })),
  )
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
})

test('one address trying many accounts is slowed down, too', async () => {
  api.later(120)
  const statuses = []
  for (let count = 0; count < 34; count += 1) {
    statuses.push((await api.client().post('/session', { email: `someone-${count}@x.example`, password: 'x' })).status)
  }
  expect(statuses.slice(0, 29).every(status => status === 401)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  api.later(120)
})

test('every attempt is in the activity log, and no address or password in any log', async () => {
  const lines = await api.deps.audit.newest(null, 500)
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['session.start', 'session.refused']))
  const told = [...lines.map(line => JSON.stringify(line)), ...api.logged]
  expect(told.filter(line => /@(?:vila|poble|x)\.example|correct horse/.test(line))).toEqual([])
})
