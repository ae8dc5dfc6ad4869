import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import type { ConsentRow, SubscriptionChange } from './subscription-store.ts'
import { createSubscriptionStore, subscriptionId } from './subscription-store.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let store: ReturnType<typeof createSubscriptionStore>
const ANNA = '+34600000001'

beforeAll(async () => {
  database = await openTestDatabase()
  store = createSubscriptionStore(database.connection)
})
afterAll(() => database.close())

const minute = (minutes: number) => new Date(Date.UTC(2026, 10, 30, 10, minutes))
const change = (id: string, minutes: number, subscribed: boolean, topicId = 'news'): SubscriptionChange => ({
  id,
  topicName: 'Notícies',
  row: {
    ...{ _id: subscriptionId('vila', topicId, ANNA), town: 'vila', topicId, address: ANNA, channelId: 'vila' },
    ...{ contactId: 'anna', subscribed, at: minute(minutes), messageId: `message-${id}`, source: 'keyword' as const },
  },
})
const ledger = () =>
  database.connection.collection<ConsentRow>('consents').find({ town: 'vila' }).sort({ at: 1, _id: 1 }).toArray()
const subscribed = async () =>
  (await database.connection.collection('subscriptions').find({ town: 'vila', subscribed: true }).toArray()).map(
    ({ topicId }) => topicId,
  )

test('every change is proven, once, with its text, its message and what it came by', async () => {
  for (let time = 0; time < 2; time += 1) {
    await store.change([change('a', 1, true), change('b', 2, true, 'agenda')])
    await store.endAll({
      ...{ id: 'c', town: 'vila', address: ANNA, at: minute(3), messageId: 'stop' },
      source: 'platform',
    })
  }
  expect(await subscribed()).toEqual([])
  expect(
    (await ledger()).map(row => [row.purpose, row.version, row.accepted, row.messageId, row.address, row.source]),
  ).toEqual([
    ['topic:news', 'Notícies', true, 'message-a', ANNA, 'keyword'],
    ['topic:agenda', 'Notícies', true, 'message-b', ANNA, 'keyword'],
    ['topic:agenda', 'agenda', false, 'stop', ANNA, 'platform'],
    ['topic:news', 'news', false, 'stop', ANNA, 'platform'],
  ])
})

test('what is older than what is stored changes nothing', async () => {
  await store.change([change('late', 0, true)])
  expect(await subscribed()).toEqual([])
})
