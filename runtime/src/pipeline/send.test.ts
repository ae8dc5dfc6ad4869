import { textMessage } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Channel, SendResult } from '../channels/channel.ts'
import { createDayFactsStore } from '../stores/day-facts-store.ts'
import { createSendStore, type Send, type SendStore } from '../stores/send-store.ts'
import { createSender } from './send.ts'

const now = new Date('2026-11-23T10:00:00Z')
let database: TestDatabase
let sends: SendStore

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.connection.collection('sends').deleteMany({})
  sends = createSendStore(
    database.connection,
    createDayFactsStore(database.connection, () => new Date()),
  )
})

const queued = (convId: string, seq: number): Send => ({
  ...{ _id: `${convId}:${seq}`, town: 'town', convId, channelId: 'town', seq, st: 'queued', attempts: 0, nextAt: now },
  ...{ to: { type: 'phone', value: '34600111222' }, message: textMessage('Hola', 'ca') },
  ...{ token: null, claimedAt: null, platformId: null, error: null, givenUp: [], createdAt: now, entryId: null },
})

const channel: Channel = {
  ...{ key: 'town', kind: 'whatsapp', town: 'town', state: 'live', phoneNumberId: '1', displayNumber: null },
  ...{ accessToken: null, appSecret: null, verifyToken: null, windowTemplate: null, messagesPerSecond: 80 },
}

/** Something that waits until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** A sender whose calls wait for the gate of their send, if there is one. */
function senderOf(store: SendStore, gates: Readonly<Record<string, Promise<void>>> = {}) {
  const calls: string[] = []
  const failures: unknown[] = []
  const sender = createSender({
    sends: store,
    adapter: {
      async send(_channel, { effectId }): Promise<SendResult> {
        calls.push(effectId)
        await gates[effectId]
        return { kind: 'accepted', platformId: `platform-${effectId}` }
      },
      fetchFile: async () => null,
      markSeen: async () => {},
    },
    channel: async () => channel,
    now: () => now,
    onHalted: async () => {},
    onOutcome: async () => {},
    count: () => {},
    onFailure: error => failures.push(error),
  })
  return { sender, calls, failures }
}

const until = (isTrue: () => boolean) => expect.poll(isTrue, { interval: 5 }).toBe(true)

test('of two claims of one send in one command only one is granted', async () => {
  await sends.insert([queued('a', 1), queued('b', 1)])
  const claims = ['first', 'second'].map(token => ({ id: 'a:1', token }))
  const granted = await sends.claim([...claims, { id: 'b:1', token: 'third' }], now, new Date(now.getTime() + 30_000))
  expect([...granted].sort()).toEqual(['first', 'third'])
})

test('a round that ends does not free a conversation that a newer round serves', async () => {
  const slow = gate()
  const read = gate()
  let reads = 0
  const store: SendStore = {
    ...sends,
    async unfinishedOf(convIds) {
      const found = await sends.unfinishedOf(convIds)
      reads += 1
      if (reads > 1) await read.opened
      return found
    },
  }
  const { sender, calls } = senderOf(store, { 'b:1': slow.opened })
  await sends.insert([queued('a', 1), queued('b', 1)])
  sender.serve(['a', 'b'])
  await until(() => calls.length === 2)
  await expect.poll(async () => (await sends.unfinishedOf(['a'])).length).toBe(0)
  await sends.insert([queued('a', 2)])
  sender.serve(['a'])
  await until(() => reads === 2)
  slow.open()
  await expect.poll(async () => (await sends.unfinishedOf(['b'])).length).toBe(0)
  await new Promise(resolve => setTimeout(resolve, 20))
  sender.serve(['a'])
  await new Promise(resolve => setTimeout(resolve, 20))
  const readsMeanwhile = reads
  read.open()
  await until(() => sender.isIdle())
  expect(calls).toEqual(['a:1', 'b:1', 'a:2'])
  expect(readsMeanwhile).toBe(2)
})

test('a failure in one conversation neither stops nor frees the others of its round', async () => {
  const slow = gate()
  const broken = Promise.reject(new Error('no adapter'))
  broken.catch(() => {}) // it is awaited only when the call is made
  const { sender, calls, failures } = senderOf(sends, { 'a:1': broken, 'b:1': slow.opened })
  await sends.insert([queued('a', 1), queued('b', 1)])
  sender.serve(['a', 'b'])
  await until(() => failures.length === 1)
  expect(calls).toEqual(['a:1', 'b:1'])
  expect(sender.isIdle()).toBe(false)
  slow.open()
  await until(() => sender.isIdle())
})

test('what was asked for while a conversation was served goes out as soon as it is free', async () => {
  const slow = gate()
  const quick = gate()
  const { sender, calls } = senderOf(sends, { 'a:1': quick.opened, 'b:1': slow.opened })
  await sends.insert([queued('a', 1), queued('b', 1)])
  sender.serve(['a', 'b'])
  await until(() => calls.length === 2)
  await sends.insert([queued('a', 2)])
  sender.serve(['a'])
  quick.open()
  await until(() => calls.includes('a:2'))
  slow.open()
  await until(() => sender.isIdle())
})
