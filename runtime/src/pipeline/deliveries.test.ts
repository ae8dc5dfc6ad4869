import { textMessage } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import type { DeliveryReport } from '../channels/channel.ts'
import { createDayFactsStore } from '../stores/day-facts-store.ts'
import { createSendStore, type Send, type SendStore } from '../stores/send-store.ts'
import { createDeliveries } from './deliveries.ts'

const now = new Date('2026-11-23T10:00:00Z')
const MINUTE_MS = 60_000
const id = 'town:contact:1:0'
let database: TestDatabase
let sends: SendStore
let deliveries: ReturnType<typeof createDeliveries>

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
const optedOut: string[] = []
const onOptOut = async ({ _id }: Send) => void optedOut.push(_id)
beforeEach(async () => {
  await database.connection.collection('sends').deleteMany({})
  sends = createSendStore(
    database.connection,
    createDayFactsStore(database.connection, () => new Date()),
  )
  const incidents = { recordDelivery: async () => null }
  deliveries = createDeliveries({ sends, incidents, onIncident: () => {}, onOptOut, now: () => now })
})

const sent = (more: Partial<Send>): Send => ({
  _id: id,
  town: 'town',
  convId: 'town:contact',
  channelId: 'town',
  seq: 1,
  to: { type: 'phone', value: '34600111222' },
  message: textMessage('Hola', 'ca'),
  st: 'accepted',
  attempts: 1,
  nextAt: now,
  token: 'token',
  claimedAt: now,
  platformId: 'first',
  error: null,
  givenUp: [],
  createdAt: now,
  entryId: null,
  ...more,
})

const report = (status: DeliveryReport['status'], platformId: string, again: number | null = null): DeliveryReport => ({
  kind: 'status',
  platformId,
  effectId: id,
  status,
  error: status === 'failed' ? { code: 131016, text: 'Service unavailable' } : null,
  againAfterMs: again,
  at: now,
})
const passing = (platformId: string) => report('failed', platformId, MINUTE_MS)
const stored = () => sends.reported(report('accepted', 'any'))

test('what the platform took and gave up for now is sent again after a while', async () => {
  await sends.insert([sent({})])
  await deliveries.report([passing('first')])
  const nextAt = new Date(now.getTime() + MINUTE_MS)
  expect(await stored()).toMatchObject({ st: 'queued', attempts: 1, nextAt, platformId: null })
})

test('the same report again, or one of the try given up, changes nothing', async () => {
  await sends.insert([sent({})])
  await deliveries.report([passing('first')])
  await sends.claim([{ id, token: 'second' }], new Date(now.getTime() + MINUTE_MS), now)
  await deliveries.report([passing('first'), report('accepted', 'first'), report('failed', 'first')])
  expect(await stored()).toMatchObject({ st: 'sending', attempts: 2, token: 'second' })
})

test('a try given up that reached the phone after all is not repeated', async () => {
  await sends.insert([sent({})])
  await deliveries.report([passing('first'), report('delivered', 'first')])
  expect(await stored()).toMatchObject({ st: 'delivered' })
})

test.each([
  ['for good', {}, report('failed', 'first')],
  ['too often', { attempts: 3 }, passing('first')],
  ['for a day', { createdAt: new Date(now.getTime() - 25 * 60 * MINUTE_MS) }, passing('first')],
])('what has failed %s stays failed', async (_how, more, given) => {
  await sends.insert([sent(more)])
  await deliveries.report([given])
  expect(await stored()).toMatchObject({ st: 'failed', error: '131016 Service unavailable' })
})

test('131050: whoever has stopped marketing messages is unsubscribed, however often it is told', async () => {
  await sends.insert([sent({})])
  const stopped = { ...report('failed', 'first'), error: { code: 131_050, text: 'Stopped' } }
  await deliveries.report([stopped, report('delivered', 'first')])
  expect(optedOut).toEqual([id])
})
