import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Send } from '../../runtime/src/stores/send-store.ts'
import { quiet } from '../channels/town-server.ts'
import { type Fault, type ManualClock, manualClock, type Person } from '../whatsapp-double/index.ts'
import { type OpenServer, startOpenServer } from './open-server.ts'

let clock: ManualClock
let server: OpenServer
let person: Person
let people = 0

beforeAll(async () => {
  clock = manualClock(new Date('2026-11-23T10:00:00Z'))
  server = await startOpenServer(clock)
})
afterAll(() => server?.close())

beforeEach(async () => {
  person = server.double.person({ phone: `34600${String(people++).padStart(6, '0')}`, channel: 'demo-vila' })
})
afterEach(async () => {
  server.double.clearFaults()
  server.double.setBehaviour({ duplicate: 0, reorder: false, loseAnswers: 0 })
  await server.runtime.stores.channels.change('vila', 'vila', { state: 'live', pausedReason: null })
  await later(60)
})

/** Lets seconds pass and everything happen that is due then. */
async function later(seconds: number): Promise<void> {
  clock.advance(seconds * 1_000)
  await server.runtime.sweep()
  await quiet(server)
}

async function says(text: string, who = person): Promise<void> {
  await who.sends(text)
  await quiet(server)
}

const strike = (fault: Fault) => server.double.fault({ to: person.identity.phone ?? '', ...fault } as Fault)

async function sendsOf(who = person): Promise<Send[]> {
  const value = who.identity.bsuid
  const all = await server.connection.collection<Send>('sends').find({ 'to.value': value }).sort({ seq: 1 }).toArray()
  return all as Send[]
}
const lastSend = async () => (await sendsOf()).at(-1)

const callsTo = ({ identity }: Person) =>
  server.double.calls.filter(({ path, body }) => {
    const { to, recipient } = body as { to?: string; recipient?: string }
    return (
      path.endsWith('/messages') && [to, recipient].some(one => one === identity.bsuid || one === `+${identity.phone}`)
    )
  }).length

const channelState = async () => {
  const { channels } = (await (await fetch(`${server.url}/readyz`)).json()) as { channels: Record<string, string> }
  return channels.vila
}

describe('refused for now: sent again later, and no try is burnt', () => {
  test.each([4, 80007, 130429, 133016])('code %i', async code => {
    strike({ code })
    await says('hola')
    expect(await lastSend()).toMatchObject({ st: 'queued', attempts: 0 })
    expect((await lastSend())?.nextAt.getTime()).toBeGreaterThan(clock.now().getTime())
    await later(1)
    expect(callsTo(person)).toBe(1)
    await later(5)
    expect(person.inbox).toHaveLength(1)
    expect(await lastSend()).toMatchObject({ st: 'read', attempts: 1 })
  })

  test('131056: this person waits 1, 4, 16 seconds; others do not', async () => {
    strike({ code: 131056, times: 3 })
    await says('hola')
    for (const seconds of [1, 4, 16]) {
      expect((await lastSend())?.nextAt.getTime()).toBe(clock.now().getTime() + seconds * 1_000)
      const other = server.double.person({ phone: `34700${String(people++).padStart(6, '0')}`, channel: 'demo-vila' })
      await says('hola', other)
      expect(other.inbox).toHaveLength(1)
      await later(seconds)
    }
    expect(person.inbox).toHaveLength(1)
    expect(callsTo(person)).toBe(4)
  })

  test('what follows in the conversation waits for it', async () => {
    strike({ code: 130429 })
    await says('hola')
    await says('Un forat')
    expect(person.inbox).toEqual([])
    await later(6)
    expect(person.inbox.map(({ text }) => text)).toEqual(['Què voleu?', 'Què passa?'])
  })
})

describe('refused for good: failed with its reason, and what follows goes out', () => {
  test.each([100, 130472, 130497, 131008, 131009, 131021, 131026, 131049, 131050, 132000, 135000])(
    'code %i',
    async code => {
      strike({ code })
      await says('hola')
      expect(await lastSend()).toMatchObject({ st: 'failed', error: expect.stringContaining(String(code)) })
      await says('Un forat')
      await later(60)
      expect(person.inbox.map(({ text }) => text)).toEqual(['Què passa?'])
      expect(callsTo(person)).toBe(2)
    },
  )

  test.each([131026, 131047])('code %i that comes as a report', async code => {
    strike({ code, async: true })
    await says('hola')
    expect(await lastSend()).toMatchObject({ st: 'failed', error: expect.stringContaining(String(code)) })
    await later(60)
    expect(callsTo(person)).toBe(1)
  })
})

describe('the channel itself cannot send: it pauses, visibly, and burns no try', () => {
  test.each([0, 3, 10, 33, 190, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 133010])(
    'code %i',
    async code => {
      strike({ code })
      await says('hola')
      expect(await channelState()).toBe('paused')
      expect(await lastSend()).toMatchObject({ st: 'queued', attempts: 0 })
      await later(300)
      expect(callsTo(person)).toBe(1)
      await server.runtime.stores.channels.change('vila', 'vila', { state: 'live', pausedReason: null })
      await later(60)
      expect(person.inbox).toHaveLength(1)
      expect(await channelState()).toBe('live')
    },
  )
})

describe('nobody knows whether it went out: half a minute of grace, then again, three times in all', () => {
  const unknown: [string, Fault][] = [
    ['code 1', { code: 1 }],
    ['code 2', { code: 2 }],
    ['code 131000', { code: 131000 }],
    ['code 131016', { code: 131016 }],
    ['a page instead of an answer', { httpStatus: 502 }],
    ['a connection that breaks before', { reset: 'before' }],
  ]
  test.each(unknown)('%s', async (_name, fault) => {
    strike(fault)
    await says('hola')
    expect(await lastSend()).toMatchObject({ st: 'sending', attempts: 1 })
    await later(29)
    expect(callsTo(person)).toBe(1)
    await later(2)
    expect(callsTo(person)).toBe(2)
    expect(await lastSend()).toMatchObject({ st: 'read', attempts: 2 })
    expect(person.inbox).toHaveLength(1)
  })

  test('a report that tells of it wins: nothing is sent twice', async () => {
    strike({ reset: 'after' })
    await says('hola')
    await later(31)
    await later(31)
    expect(await lastSend()).toMatchObject({ st: 'read', attempts: 1 })
    expect([callsTo(person), person.inbox.length]).toEqual([1, 1])
  })

  test('after three it has failed, and what follows goes out', async () => {
    const fault = strike({ httpStatus: 503, times: Number.POSITIVE_INFINITY })
    await says('hola')
    await says('Un forat')
    for (let round = 0; round < 3; round++) await later(31)
    expect(fault.used).toBeGreaterThanOrEqual(3)
    fault.remove()
    for (let round = 0; round < 3; round++) await later(31)
    const [first, second] = await sendsOf()
    expect(first).toMatchObject({ st: 'failed', attempts: 3, error: 'no outcome' })
    expect(second).toMatchObject({ st: 'read' })
    expect(person.inbox.map(({ text }) => text)).toEqual(['Què passa?'])
  })
})

test('a platform that is away for half an hour loses nothing', async () => {
  const fault = server.double.fault({ code: 80007, times: Number.POSITIVE_INFINITY })
  await says('hola')
  for (let minutes = 0; minutes < 30; minutes += 5) await later(300)
  fault.remove()
  await later(60)
  expect(person.inbox).toHaveLength(1)
})

describe('reports', () => {
  const wamidOf = () => person.inbox[0]?.wamid ?? ''
  const report = async (status: string) => {
    const { callbackData } = person.inbox[0] ?? {}
    const errors = status === 'failed' ? [{ code: 131026, title: 'Message undeliverable' }] : undefined
    const one = { id: wamidOf(), status, timestamp: '1795428000', biz_opaque_callback_data: callbackData, errors }
    const value = { metadata: { phone_number_id: 'demo-vila' }, statuses: [one] }
    await server.double.deliver({ entry: [{ changes: [{ field: 'messages', value }] }] }, 'demo-vila')
  }

  test.each([
    [['read', 'delivered', 'sent'], 'read'],
    [['delivered', 'sent', 'delivered'], 'delivered'],
    [['sent', 'sent'], 'accepted'],
    [['failed', 'sent'], 'failed'],
    [['failed', 'delivered'], 'delivered'],
    [['delivered', 'failed'], 'delivered'],
    [['played', 'delivered'], 'read'],
    [['deleted', 'warning', 'admired'], 'accepted'],
  ])('%j leave it %s', async (statuses, state) => {
    await says('hola')
    await server.connection
      .collection<Send>('sends')
      .updateOne({ _id: (await lastSend())?._id ?? '' }, { $set: { st: 'accepted' } })
    for (const status of statuses) await report(status)
    expect((await lastSend())?.st).toBe(state)
  })
})

/** What was not heard is repeated after some time, and that again may not be heard. */
async function repeatsDone(): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    clock.advance(10_000)
    const isQuiet = await quiet(server, 400).then(
      () => true,
      () => false,
    )
    if (isQuiet) return
  }
  throw new Error('webhooks are repeated for ever')
}

test('doubled, overtaking and unheard webhooks leave every conversation whole', async () => {
  server.double.setBehaviour({ duplicate: 0.3, reorder: true, loseAnswers: 0.2 })
  const crowd = Array.from({ length: 20 }, (_, index) =>
    server.double.person({ phone: `34800${String(index).padStart(6, '0')}`, channel: 'demo-vila' }),
  )
  const texts = ['hola', 'Un forat', 'Davant de la farmàcia', 'ometre']
  for (const text of texts) {
    await Promise.all(crowd.map(one => one.sends(text)))
    await repeatsDone()
  }
  for (const one of crowd) {
    const sends = await sendsOf(one)
    expect(one.inbox.map(({ callbackData }) => callbackData)).toEqual(sends.map(({ _id }) => _id))
    expect(sends.map(({ st }) => st)).toEqual(sends.map(() => 'read'))
    const convId = sends[0]?.convId
    expect(await server.connection.collection('messages').countDocuments({ convId })).toBe(texts.length)
    expect(await server.connection.collection('incidents').countDocuments({ convId })).toBe(1)
  }
})
