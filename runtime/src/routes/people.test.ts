import type { TownPeople, TownPerson } from '@pregoner/shared'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, personId, startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let admin: Client
beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
}, 60_000)
afterAll(() => api.close())

const ROADS = personId('roads@vila.example')
const ADMIN = personId('admin@vila.example')
const town = async (): Promise<TownPeople> => (await admin.get('/towns/vila/people')).body
const personOf = async (email: string): Promise<TownPerson | undefined> =>
  (await town()).people.find(person => person.email === email)
const invite = async (email: string, role = 'officer', departments: string[] = []) =>
  (await admin.post('/towns/vila/invitations', { email, role, departments })).body
const accept = (token: string, password = 'a fine new password', name: string | null = 'Aina Serra') =>
  api.client().post('/invitations/accept', { token, name, password })
const enter = async (email: string, password: string) => {
  const client = api.client()
  const { status, body } = await client.post('/session', { email, password })
  return { client, status, body }
}

describe('an invitation', () => {
  test('lets its owner in once, with the name and password they choose', async () => {
    const { token } = await invite('Aina@Vila.example', 'agent', ['roads'])
    expect((await town()).invitations).toMatchObject([
      { email: 'aina@vila.example', role: 'agent', by: 'administrator of vila' },
    ])
    const shown = await api.client().post('/invitations/look', { token })
    expect(shown.body).toEqual({ kind: 'join', email: 'aina@vila.example', townName: 'vila', isKnown: false })
    expect((await accept(token, 'short')).status).toBe(400)
    expect((await accept(token)).body).toEqual({ email: 'aina@vila.example' })
    expect((await accept(token)).body.code).toBe('link_over')
    const { body } = await enter('aina@vila.example', 'a fine new password')
    expect(body.memberships).toEqual([{ townKey: 'vila', townName: 'vila', role: 'agent', departments: ['roads'] }])
    expect((await town()).invitations).toEqual([])
  })

  test('is stored as a hash only, and of many tries at once one gets it', async () => {
    const { token } = await invite('many@vila.example')
    const stored = JSON.stringify(await api.connection.collection('invitations').find().toArray())
    expect(stored).toContain('many@vila.example')
    expect(stored).not.toContain(token)
    const answers = await Promise.all([accept(token), accept(token), accept(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  test('ends after a week, when it is taken back, and when another takes its place', async () => {
    const first = await invite('late@vila.example')
    const second = await invite('late@vila.example')
    expect((await accept(first.token)).body.code).toBe('link_over')
    await admin.send('DELETE', `/towns/vila/invitations/${second.id}`)
    expect((await accept(second.token)).body.code).toBe('link_over')
    const third = await invite('late@vila.example')
    api.later(7 * 24 * 60 + 1)
    expect((await api.client().post('/invitations/look', { token: third.token })).body.code).toBe('link_over')
    admin = await api.signedIn('admin@vila.example')
  })

  test('of somebody who has an account adds the town to it, for their own password only', async () => {
    const { token } = await invite('officer@poble.example')
    expect((await api.client().post('/invitations/look', { token })).body.isKnown).toBe(true)
    expect((await accept(token, 'not their password', null)).body.code).toBe('wrong_own_password')
    expect((await accept(token, PASSWORD, null)).status).toBe(200)
    const { body } = await enter('officer@poble.example', PASSWORD)
    expect(body.memberships.map(({ townKey }: { townKey: string }) => townKey)).toEqual(['poble', 'vila'])
    expect((await invite('officer@poble.example')).code).toBe('already_here')
  })

  test('names only departments that exist', async () => {
    expect((await invite('x@vila.example', 'agent', ['nowhere'])).code).toBe('unknown_entry')
  })
})

describe('X19: who is shut out', () => {
  test('loses sessions and sockets at once, and comes back when let in again', async () => {
    const roads = await api.signedIn('roads@vila.example')
    const socket = io(api.url, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { origin: api.url, cookie: roads.cookies() },
    })
    await new Promise<void>(done => socket.on('connect', () => done()))
    const dropped = new Promise<string>(done => socket.on('disconnect', done))
    const started = performance.now()
    expect((await admin.send('PATCH', `/towns/vila/people/${ROADS}`, { isDisabled: true })).status).toBe(200)
    expect(await dropped).toBe('io server disconnect')
    expect(performance.now() - started).toBeLessThan(5_000)
    expect((await roads.get('/session')).status).toBe(401)
    expect((await enter('roads@vila.example', PASSWORD)).body.code).toBe('wrong_password')
    expect(await personOf('roads@vila.example')).toMatchObject({ isDisabled: true })
    await admin.send('PATCH', `/towns/vila/people/${ROADS}`, { isDisabled: false })
    api.later(60)
    expect((await enter('roads@vila.example', PASSWORD)).status).toBe(200)
    admin = await api.signedIn('admin@vila.example')
  })

  test('keeps the other towns they work in', async () => {
    const id = personId('officer@poble.example')
    await admin.send('PATCH', `/towns/vila/people/${id}`, { isDisabled: true })
    const { client, body } = await enter('officer@poble.example', PASSWORD)
    expect(body.memberships.map(({ townKey }: { townKey: string }) => townKey)).toEqual(['poble'])
    expect((await client.get('/towns/vila')).status).toBe(404)
    expect((await client.get('/towns/poble')).status).toBe(200)
  })

  test('a change of role holds from the next request on', async () => {
    const roads = await api.signedIn('roads@vila.example')
    expect((await roads.get('/towns/vila/flows')).status).toBe(403)
    await admin.send('PATCH', `/towns/vila/people/${ROADS}`, { role: 'officer' })
    expect((await roads.get('/towns/vila/flows')).status).toBe(200)
    expect(await personOf('roads@vila.example')).toMatchObject({ role: 'officer', departments: [] })
    await admin.send('DELETE', `/towns/vila/people/${ROADS}/sessions`)
    expect((await roads.get('/session')).status).toBe(401)
  })
})

describe('the last administrator', () => {
  test('can neither be shut out nor given another role, not even by two at once', async () => {
    for (const change of [{ isDisabled: true }, { role: 'officer' }])
      expect((await admin.send('PATCH', `/towns/vila/people/${ADMIN}`, change)).body.code).toBe('last_administrator')
    await admin.send('PATCH', `/towns/vila/people/${ROADS}`, { role: 'administrator' })
    const other = await api.signedIn('roads@vila.example')
    await Promise.all([
      admin.send('PATCH', `/towns/vila/people/${ROADS}`, { role: 'officer' }),
      other.send('PATCH', `/towns/vila/people/${ADMIN}`, { role: 'officer' }),
    ])
    const left = (await api.deps.people.ofTown('vila')).filter(({ parts }) => parts[0]?.role === 'administrator')
    expect(left.length).toBeGreaterThan(0)
    for (const id of [ADMIN, ROADS]) {
      const part = { townKey: 'vila', role: 'administrator' as const, departments: [] }
      await api.deps.people.changePart(id, part)
    }
  })
})

describe('a link for a new password', () => {
  test('changes it once, and signs out everywhere', async () => {
    const officer = await api.signedIn('officer@vila.example')
    const id = personId('officer@vila.example')
    const { token } = (await admin.post(`/towns/vila/people/${id}/password-link`)).body
    expect((await accept(token, 'another password', null)).status).toBe(200)
    expect((await officer.get('/session')).status).toBe(401)
    expect((await enter('officer@vila.example', 'another password')).status).toBe(200)
    expect((await accept(token, 'yet another password', null)).body.code).toBe('link_over')
  })

  test('is not for people who work in another town as well', async () => {
    const id = personId('officer@poble.example')
    expect((await admin.post(`/towns/vila/people/${id}/password-link`)).body.code).toBe('elsewhere')
    expect((await admin.send('DELETE', `/towns/vila/people/${id}/second-factor`)).body.code).toBe('elsewhere')
  })
})

test('what was done to whom is in the activity log, with neither addresses nor links', async () => {
  const lines = (await api.deps.audit.newest('vila', 100)).map(line => JSON.stringify(line))
  for (const action of ['invitation.create', 'invitation.accept', 'person.disable', 'person.password_link'])
    expect(lines.some(line => line.includes(`"${action}"`))).toBe(true)
  expect([...lines, ...api.logged].filter(line => /@vila\.example|fine new/.test(line))).toEqual([])
})
