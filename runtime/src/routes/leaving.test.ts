import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, personId, startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let admin: Client
const idOf = (name: string) => personId(`${name}@vila.example`)
const remove = (name: string) => admin.send('DELETE', `/towns/vila/people/${idOf(name)}`)
const origin = {
  ...{ convId: 'vila:contact-1', channelId: 'vila', channelKind: 'whatsapp' as const },
  ...{ contactName: 'Núria', windowEndsAt: null },
}
const incident = async (id: string) => (await admin.get(`/towns/vila/incidents/${id}`)).body
const enter = (email: string, password = PASSWORD) => api.client().post('/session', { email, password })

beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
  await api.deps.people.rename(idOf('roads'), 'Rosa Camins')
  for (const id of ['open', 'done', 'other'])
    await api.deps.incidents.openIncident('vila', id, origin, pothole(), new Date())
  for (const id of ['open', 'done'])
    await admin.send('PATCH', `/towns/vila/incidents/${id}`, { rev: 1, assigneeId: idOf('roads') })
  await admin.send('PATCH', '/towns/vila/incidents/done', { rev: 2, status: 'resolved' })
  const rev = (await incident('other')).rev
  await admin.post('/towns/vila/incidents/other/notes', { rev, text: '@Rosa Camins, ho mires?' })
}, 60_000)
afterAll(() => api.close())

describe('who is removed from a town', () => {
  let roads: Client
  test('is asked about in numbers first', async () => {
    roads = await api.signedIn('roads@vila.example')
    expect((await admin.get(`/towns/vila/people/${idOf('roads')}/duties`)).body).toEqual({ incidents: 1, mentions: 1 })
  })

  test('loses sessions and sockets at once, and is nowhere in the lists', async () => {
    await roads.send('PUT', '/towns/vila/views', [{ id: 'view-1234', name: 'Meves', filter: { assignee: 'me' } }])
    const socket = io(api.url, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { origin: api.url, cookie: roads.cookies() },
    })
    await new Promise<void>(connected => socket.on('connect', () => connected()))
    const dropped = new Promise<string>(resolve => socket.on('disconnect', resolve))
    expect((await remove('roads')).status).toBe(200)
    expect(await dropped).toBe('io server disconnect')
    expect((await roads.get('/session')).status).toBe(401)
    expect((await enter('roads@vila.example')).body.code).toBe('wrong_password')
    const { people } = (await admin.get('/towns/vila/people')).body
    expect(people.map(({ id }: { id: string }) => id)).not.toContain(idOf('roads'))
    const colleagues = (await admin.get('/towns/vila/colleagues')).body
    expect(colleagues.map(({ id }: { id: string }) => id)).not.toContain(idOf('roads'))
    expect(await api.connection.collection('incident_views').countDocuments()).toBe(0)
    expect((await remove('roads')).status).toBe(404)
  })

  test('gives open incidents back; what has ended keeps their name', async () => {
    const open = await incident('open')
    expect([open.assignee, open.assigneeId]).toEqual([null, null])
    expect(open.entries.at(-1)).toMatchObject({ kind: 'assigned', to: '', by: 'administrator of vila' })
    expect((await incident('done')).assignee).toBe('Rosa Camins')
  })

  test('is not waited for by notes any more, which stay as they were written', async () => {
    const other = await incident('other')
    expect(other.mentioned).not.toContain(idOf('roads'))
    expect(other.entries.at(-1)).toMatchObject({ kind: 'note', text: '@Rosa Camins, ho mires?' })
  })

  test('keeps no address and no password, but the name in the activity log', async () => {
    const stored = JSON.stringify(await api.connection.collection('people').findOne({ _id: idOf('roads') as never }))
    expect(stored).not.toContain('roads@vila.example')
    expect(stored).not.toContain('argon2')
    expect((await enter(`${idOf('roads')}@removed.invalid`, 'anything')).body.code).toBe('wrong_password')
    const { entries } = (await admin.get('/towns/vila/audit?action=person&limit=10')).body
    expect(entries[0]).toMatchObject({ action: 'person.remove', object: idOf('roads') })
    expect((await api.deps.accounts.names([idOf('roads')])).get(idOf('roads'))).toBe('Rosa Camins')
  })

  test('may be invited again, as somebody new', async () => {
    const body = { email: 'roads@vila.example', role: 'agent', departments: ['roads'] }
    const { token } = (await admin.post('/towns/vila/invitations', body)).body
    expect((await api.client().post('/invitations/look', { token })).body.isKnown).toBe(false)
    const given = { token, name: 'Roads again', password: 'a fine new password' }
    expect((await api.client().post('/invitations/accept', given)).status).toBe(200)
    expect((await enter('roads@vila.example', 'a fine new password')).status).toBe(200)
  })
})

test('lets go of the flow they were drawing', async () => {
  await api.deps.flows.create('vila', smallFlow('drawn'), { by: 'Seed', at: new Date() })
  const officer = await api.signedIn('officer@vila.example')
  const held = await officer.post('/towns/vila/flows/drawn/lock', { tab: 'abcdefgh', action: 'hold' })
  expect(held.body.holder).toMatchObject({ isYou: true })
  await remove('officer')
  expect((await admin.get('/towns/vila/flows/drawn/lock')).body.holder).toBeNull()
})

test('keeps their other town, and its password', async () => {
  await api.deps.people.addPart(idOf('parks'), { townKey: 'poble', role: 'officer', departments: [] })
  await remove('parks')
  const { status, body } = await enter('parks@vila.example')
  expect(status).toBe(200)
  expect(body.memberships.map(({ townKey }: { townKey: string }) => townKey)).toEqual(['poble'])
})

test('the last administrator cannot be removed, not even by two at once', async () => {
  expect((await remove('admin')).body.code).toBe('last_administrator')
  await admin.send('PATCH', `/towns/vila/people/${idOf('spare')}`, { role: 'administrator' })
  const other = await api.signedIn('spare@vila.example')
  await Promise.all([remove('spare'), other.send('DELETE', `/towns/vila/people/${idOf('admin')}`)])
  const left = (await api.deps.people.ofTown('vila')).filter(({ parts, isDisabled }) =>
    parts.some(part => part.townKey === 'vila' && part.role === 'administrator' && !part.isDisabled && !isDisabled),
  )
  expect(left.length).toBeGreaterThan(0)
})
