import type {
  ChatClientToServer,
  ChatServerToClient,
  ClientToServer,
  IncidentSummary,
  ServerToClient,
} from '@pregoner/shared'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, startTestApi } from '../../../test/api.ts'
import { pothole } from '../../../test/sample-town.ts'

type Screen = Socket<ServerToClient, ClientToServer>
type Visitor = Socket<ChatServerToClient, ChatClientToServer>

let api: TestApi
const open: Socket[] = []
const origin = {
  convId: 'vila:c',
  channelId: 'vila',
  channelKind: 'whatsapp' as const,
  contactName: null,
  windowEndsAt: null,
}

beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterEach(() => {
  for (const socket of open.splice(0)) socket.close()
})
afterAll(() => api.close())

const settle = (milliseconds = 150) => new Promise(done => setTimeout(done, milliseconds))

function connect<Kind extends Socket>(path: string, headers: Record<string, string>): Kind {
  const socket = io(`${api.url}${path}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: api.url, ...headers },
  })
  open.push(socket)
  return socket as Kind
}

const connected = (socket: Socket) =>
  new Promise<boolean>(done => {
    socket.on('connect', () => done(true))
    socket.on('connect_error', () => done(false))
  })

async function screen(email: string, townKey: string | null = 'vila'): Promise<Screen & { heard: string[] }> {
  const client = await api.signedIn(email)
  const socket = connect<Screen>('', { cookie: client.cookies() })
  const heard: string[] = []
  socket.onAny((name: string, payload: { id?: string; summary?: string }) =>
    heard.push([name, payload.id, payload.summary].filter(Boolean).join(' ')),
  )
  await connected(socket)
  if (townKey) await socket.emitWithAck('watch_town', townKey)
  return Object.assign(socket, { heard })
}

let made = 0
async function incident(departmentId: string, townKey = 'vila'): Promise<IncidentSummary> {
  made += 1
  const effect = pothole({ departmentId, reference: `R-${made}`, summary: `about ${departmentId}` })
  return (await api.deps.incidents.openIncident(townKey, `${townKey}:c:${made}:0`, origin, effect, new Date())).summary
}

test('X22: everybody hears of what they may see, and of nothing else', async () => {
  const [officer, roads, parks, foreign] = await Promise.all([
    screen('officer@vila.example'),
    screen('roads@vila.example'),
    screen('parks@vila.example'),
    screen('officer@poble.example', 'poble'),
  ])
  api.deps.live.incidentChanged('vila', await incident('roads'))
  api.deps.live.notice('vila', { id: 'n1', departmentId: 'parks', text: 'Avís', at: '' })
  api.deps.live.flowChanged('vila', { flowId: 'main', rev: 2, by: 'Anna' })
  api.deps.live.statisticsMoved('vila')
  await settle()
  expect(officer.heard.map(line => line.split(' ')[0])).toEqual([
    'incident',
    'notice',
    'flow_changed',
    'town_statistics',
  ])
  expect(roads.heard.map(line => line.split(' ')[0])).toEqual(['incident'])
  expect(parks.heard).toEqual(['notice n1'])
  expect(foreign.heard).toEqual([])
})

test('X22: a changed conversation is told to staff and to the departments of its incidents, a burst of them together', async () => {
  const [officer, roads, parks, foreign] = await Promise.all([
    screen('officer@vila.example'),
    screen('roads@vila.example'),
    screen('parks@vila.example'),
    screen('officer@poble.example', 'poble'),
  ])
  const hints = [officer, roads, parks, foreign].map(socket => {
    const named: (string[] | null)[] = []
    socket.on('conversations_changed', ({ ids }) => void named.push(ids))
    return named
  })
  await incident('roads')
  api.deps.live.conversationChanged('vila', origin.convId)
  await settle()
  expect(hints).toEqual([[[origin.convId]], [[origin.convId]], [], []])
  for (const convId of ['vila:a', 'vila:b', 'vila:a']) api.deps.live.conversationChanged('vila', convId)
  await settle(1_200)
  expect(hints.map(named => named.slice(1))).toEqual([[['vila:a', 'vila:b']], [], [], []])
  for (let count = 0; count < 201; count += 1) api.deps.live.conversationChanged('vila', `vila:${count}`)
  await settle(1_200)
  expect(hints.map(named => named.slice(2))).toEqual([[null], [], [], []])
  expect([hints[1]?.slice(1), hints[2], hints[3]]).toEqual([[null], [null], []])
})

test('a department hears that an incident has left it, without what it is about', async () => {
  const [roads, parks, officer] = await Promise.all([
    screen('roads@vila.example'),
    screen('parks@vila.example'),
    screen('officer@vila.example'),
  ])
  const summary = await incident('parks')
  api.deps.live.incidentChanged('vila', summary, 'roads')
  await settle()
  expect(roads.heard).toEqual([`incident ${summary.id}`])
  expect(parks.heard).toEqual([`incident ${summary.id} about parks`])
  expect(officer.heard).toEqual([`incident ${summary.id} about parks`])
})

test('X22: a foreign town, a room’s name or a flow for an agent is refused', async () => {
  const officer = await screen('officer@vila.example', null)
  expect(await officer.emitWithAck('watch_flow', 'main')).toBe(false) // no town yet
  expect(await officer.emitWithAck('watch_town', 'poble')).toBe(false)
  expect(await officer.emitWithAck('watch_town', 'vila')).toBe(true)
  expect(await officer.emitWithAck('watch_flow', 'main')).toBe(true)
  const agent = await screen('roads@vila.example')
  expect(await agent.emitWithAck('watch_flow', 'main')).toBe(false)

  api.deps.live.incidentChanged('poble', await incident('roads', 'poble'))
  api.deps.live.flowCountsMoved('vila', 'main')
  api.deps.live.flowCountsMoved('poble', 'main')
  await settle()
  expect(officer.heard).toEqual(['flow_counts'])
  expect(agent.heard).toEqual([])
})

test.each([
  ['a room of its own making', ['join', 'staff:vila']],
  ['a town that is no text', ['watch_town', { $ne: null }]],
  ['a room as a town', ['watch_town', 'staff:vila', () => undefined]],
  ['no answer wanted', ['watch_town', 'vila']],
  ['something binary', ['watch_town', Buffer.alloc(10), () => undefined]],
  ['a megabyte', ['watch_town', 'x'.repeat(1024 * 1024), () => undefined]],
])('X22: a socket that sends %s is let go', async (_name, event) => {
  const socket = connect<Socket>('', { cookie: (await api.signedIn('officer@vila.example')).cookies() })
  await connected(socket)
  const gone = new Promise(done => socket.on('disconnect', done))
  const [name = '', ...rest] = event
  socket.emit(String(name), ...rest)
  await gone
})

test('X22: a thousand events a second end the connection', async () => {
  const socket = await screen('officer@vila.example')
  const gone = new Promise(done => socket.on('disconnect', done))
  for (let count = 0; count < 1_000; count += 1) socket.emit('watch_flow', 'main', () => undefined)
  await gone
})

test('X20: no session, or another page, does not get in', async () => {
  expect(await connected(connect('', {}))).toBe(false)
  const cookie = (await api.signedIn('officer@vila.example')).cookies()
  expect(await connected(connect('', { cookie, origin: 'https://evil.example' }))).toBe(false)
  expect(await connected(connect('', { cookie: 'pregoner=guess' }))).toBe(false)
})

test('X19: signing out, a new password and a disabled person end the sockets', async () => {
  const client = await api.signedIn('officer@vila.example')
  const socket = connect<Screen>('', { cookie: client.cookies() })
  await connected(socket)
  const signedOut = new Promise(done => socket.on('disconnect', done))
  await client.send('DELETE', '/session')
  await signedOut

  await api.deps.accounts.savePerson({ email: 'leaving@vila.example', name: 'L', password: PASSWORD, parts: [] })
  const leaving = await screen('leaving@vila.example', null)
  const disabled = new Promise(done => leaving.on('disconnect', done))
  const { session } = await api.deps.accounts.signIn('leaving@vila.example', PASSWORD, 'test')
  await api.deps.accounts.disable(session.person.id)
  await disabled
})

test('X22: a change of role changes what is heard', async () => {
  const person = { email: 'moving@vila.example', name: 'Moving', password: PASSWORD }
  await api.deps.accounts.savePerson({ ...person, parts: [{ townKey: 'vila', role: 'agent', departments: ['roads'] }] })
  const socket = await screen(person.email)
  await api.deps.accounts.savePerson({
    ...person,
    password: null,
    parts: [{ townKey: 'vila', role: 'agent', departments: ['parks'] }],
  })
  await settle(400)
  api.deps.live.incidentChanged('vila', await incident('roads'))
  api.deps.live.incidentChanged('vila', await incident('parks'))
  await settle()
  expect(socket.heard.map(line => line.split(' about ')[1])).toEqual(['parks'])
})

test('X23: a screen that does not read is let go, and the others are not held up', async () => {
  const [stuck, reading] = await Promise.all([screen('officer@vila.example'), screen('roads@vila.example')])
  const gone = new Promise<string>(done => stuck.on('disconnect', done))
  const wire = (stuck.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws
    ._socket
  wire.pause()
  const notice = { id: 'n1', departmentId: 'roads', text: 'x'.repeat(64 * 1024), at: '' }
  for (let count = 0; count < 600; count += 1) {
    api.deps.live.notice('vila', notice)
    if (count % 2 === 0) await settle(1) // lets the other one read
  }
  await settle(500)
  wire.resume()
  await gone
  expect(stuck.heard.length).toBeLessThan(600)
  await vi.waitFor(() => expect(reading.heard.length).toBe(600), 10_000)
})

test('a visitor of the web chat hears of their own conversation only', async () => {
  const [mine, other] = [api.client(), api.client()]
  await Promise.all([mine.get('/chat/vila'), other.get('/chat/vila')])
  const heard: string[] = []
  const visitors = [mine, other].map((client, index) => {
    const socket = connect<Visitor>('/chat', { cookie: client.cookies() })
    socket.on('chat_changed', () => void heard.push(`visitor ${index}`))
    return socket
  })
  await Promise.all(visitors.map(connected))
  expect(await visitors[0]?.emitWithAck('join_chat', 'vila')).toBe(true)
  expect(await visitors[1]?.emitWithAck('join_chat', 'vila')).toBe(true)
  expect(await visitors[1]?.emitWithAck('join_chat', 'poble')).toBe(false)

  await mine.post('/chat/vila', { id: 'message-1', text: 'hola', choiceId: null, mediaIds: [], place: null })
  const visitorId = api.said.at(-1)?.visitorId ?? ''
  api.deps.live.chatChanged('vila', (await api.deps.chat.conversationId('vila', visitorId)) ?? '')
  await settle()
  expect(heard).toEqual(['visitor 0'])
  expect(await connected(connect('/chat', {}))).toBe(false)
})
