import type { ClientToServer, FlowPresence, ServerToClient } from '@pregoner/shared'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'

type Screen = Socket<ServerToClient, ClientToServer>

let api: TestApi
const open: Screen[] = []

beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterEach(() => {
  for (const socket of open.splice(0)) socket.close()
})
afterAll(() => api.close())

/** A screen of a person, with what it was last told of who is at its flow. */
async function screen(email: string, townKey: string) {
  const client = await api.signedIn(email)
  const socket: Screen = io(api.url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: api.url, cookie: client.cookies() },
  })
  open.push(socket)
  const seen: { flowId: string; people: FlowPresence[] }[] = []
  socket.on('flow_presence', told => void seen.push(told))
  await new Promise<void>(done => socket.on('connect', done))
  await socket.emitWithAck('watch_town', townKey)
  return {
    socket,
    client,
    seen,
    tabs: () => seen.at(-1)?.people.map(({ tab }) => tab),
    at: (flowId: string | null, tab: string, node: string | null = null) =>
      socket.emitWithAck('be_at', flowId === null ? null : { flowId, tab, node }),
  }
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 4_000, interval: 20 })

test('those at a flow see who comes, where they turn, and who goes', async () => {
  const one = await screen('officer@vila.example', 'vila')
  const other = await screen('admin@vila.example', 'vila')
  expect(await one.at('main', 'tabofone')).toBe(true)
  await other.at('main', 'tabother', 'greet')
  await soon(() => expect(one.tabs()).toEqual(['tabother', 'tabofone']))
  expect(one.seen.at(-1)?.people[0]).toEqual({ tab: 'tabother', name: 'administrator of vila', node: 'greet' })
  await other.at('main', 'tabother', 'end')
  await soon(() => expect(one.seen.at(-1)?.people[0]?.node).toBe('end'))
  await other.at('second', 'tabother')
  await soon(() => expect(one.tabs()).toEqual(['tabofone']))
  await other.at('main', 'tabother')
  await soon(() => expect(one.tabs()).toEqual(['tabother', 'tabofone']))
  other.socket.close()
  await soon(() => expect(one.tabs()).toEqual(['tabofone']))
})

test('X21: people of another town, and agents, are never seen nor see anybody', async () => {
  const one = await screen('officer@vila.example', 'vila')
  const foreign = await screen('officer@poble.example', 'poble')
  const agent = await screen('roads@vila.example', 'vila')
  await one.at('main', 'tabofone')
  expect(await foreign.at('main', 'tabalien')).toBe(true) // the flow of that name in their own town
  expect(await agent.at('main', 'tabagent')).toBe(false)
  await soon(() => expect(foreign.tabs()).toEqual(['tabalien']))
  await soon(() => expect(one.tabs()).toEqual(['tabofone']))
  expect(one.seen.every(({ people }) => people.every(({ tab }) => tab === 'tabofone'))).toBe(true)
  expect(agent.seen).toEqual([])
})

test('X19: whoever signs out is not there any more', async () => {
  const one = await screen('officer@vila.example', 'vila')
  const other = await screen('admin@vila.example', 'vila')
  await one.at('main', 'tabofone')
  await other.at('main', 'tabother')
  await soon(() => expect(one.tabs()).toHaveLength(2))
  await other.client.send('DELETE', '/session')
  await soon(() => expect(one.tabs()).toEqual(['tabofone']))
})

test.each([
  ['a flow that is an operator', { flowId: { $ne: '' }, tab: 'tabofone', node: null }],
  ['no tab', { flowId: 'main', node: null }],
  ['a name of its own', { flowId: 'main', tab: 'tabofone', node: null, name: 'The mayor' }],
  ['a room', { flowId: 'staff:vila', tab: 'tabofone', node: null }],
])('X22: a place with %s ends the connection', async (_name, place) => {
  const { socket } = await screen('officer@vila.example', 'vila')
  const gone = new Promise(done => socket.on('disconnect', done))
  const emit: (event: string, ...rest: unknown[]) => unknown = (event, ...rest) =>
    Reflect.apply(socket.emit, socket, [event, ...rest])
  emit('be_at', place, () => undefined)
  await gone
})
