import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { pothole, sampleTown } from '../../../test/sample-town.ts'
import { createDayFactsStore } from './day-facts-store.ts'
import { createGeographyStore, type GeographyStore } from './geography-store.ts'
import { createIncidentStore } from './incident-store.ts'
import type { StatisticsStore } from './statistics-store.ts'
import { createStatisticsStore } from './statistics-store.ts'
import { createTownStore } from './town-store.ts'

let database: TestDatabase
let statistics: StatisticsStore
let geographies: GeographyStore
const now = new Date('2026-11-21T10:30:00Z') // 11:30 in the town
const officer = { townKey: 'vila', role: 'officer' as const, departments: [], personId: 'o', personName: 'O' }

const event = (id: string, at: string, more: object = {}) => ({
  _id: id,
  town: 'vila',
  at: new Date(at),
  convId: 'conv-1',
  messagesIn: 1,
  messagesOut: 2,
  passages: [],
  notUnderstood: [],
  subscriptions: [],
  ...more,
})

const passages = [
  { flowId: 'main', node: 'menu', exit: 'a' },
  { flowId: 'main', node: 'menu', exit: 'a' },
  { flowId: 'main', node: 'wait', exit: null },
  { flowId: 'other', node: 'menu', exit: 'a' },
]

beforeAll(async () => {
  database = await openTestDatabase()
  const { connection } = database
  const towns = createTownStore(connection)
  geographies = createGeographyStore(connection, () => now)
  const incidents = createIncidentStore(connection, () => now, geographies)
  statistics = createStatisticsStore(connection, {
    ...{ towns, geographies, dayFacts: createDayFactsStore(connection, () => now) },
  })
  await database.createIndexes()
  await towns.save(sampleTown())

  await connection.collection<{ _id: string; town: string }>('events').insertMany([
    event('1', '2026-11-20T23:30:00Z', { passages, subscriptions: [{ topicId: 'news', subscribed: true }] }), // 00:30 today
    event('2', '2026-11-21T10:10:00Z', {
      passages,
      convId: 'conv-2',
      notUnderstood: [{ flowId: 'main', node: 'menu', text: 'eh?' }],
    }),
    event('3', '2026-11-20T22:30:00Z', { passages, subscriptions: [{ topicId: 'news', subscribed: false }] }), // yesterday
    event('4', '2026-11-21T10:10:00Z', { town: 'poble', passages }),
    event('5', '2026-11-21T10:12:00Z', { messagesIn: 0, messagesOut: 1, convId: 'conv-3' }),
  ])
  await connection.collection<{ _id: string; town: string; at: object | null }>('conversations').insertMany([
    { _id: 'conv-1', town: 'vila', at: { flowId: 'main', version: 2, node: 'menu' } },
    { _id: 'conv-2', town: 'vila', at: { flowId: 'main', version: 1, node: 'menu' } },
    { _id: 'conv-3', town: 'vila', at: null },
    { _id: 'conv-4', town: 'poble', at: { flowId: 'main', version: 2, node: 'menu' } },
  ])
  await connection
    .collection<{ _id: string; town: string; topicId: string; subscribed: boolean }>('subscriptions')
    .insertMany([
      { _id: 's1', town: 'vila', topicId: 'news', subscribed: true },
      { _id: 's2', town: 'vila', topicId: 'news', subscribed: true },
      { _id: 's3', town: 'vila', topicId: 'news', subscribed: false },
    ])

  const origin = {
    convId: 'conv-1',
    channelId: 'vila',
    channelKind: 'whatsapp' as const,
    contactName: null,
    windowEndsAt: null,
  }
  const answered = [10, 20, null] // minutes
  for (const [index, minutes] of answered.entries()) {
    const at = new Date('2026-11-21T09:00:00Z')
    const effect = pothole({ reference: `R${index}`, category: index === 2 ? null : 'pothole' })
    await incidents.openIncident('vila', `i${index}`, origin, effect, at)
    if (minutes === null) continue
    const set = { answeredAt: new Date(at.getTime() + minutes * 60_000) }
    await incidents.edit(officer, `i${index}`, 1, { set, entries: [], outbox: [] })
  }
})
afterAll(() => database.close())

test('today counts from the town’s midnight, by the town’s hours', async () => {
  const today = await statistics.townStatistics(officer, { period: 'today' }, now)
  expect(today).toMatchObject({
    days: { from: '2026-11-21', to: '2026-11-21' },
    daysBefore: { from: '2026-11-20', to: '2026-11-20' },
    slot: 'hour',
    talk: {
      now: { people: 2, conversations: 2, handedOver: 1, messagesIn: 2, messagesOut: 5 },
      before: { people: 0, conversations: 0, messagesIn: 0 }, // what came later yesterday does not count yet
      topics: [{ key: 'news', subscribers: 2, joined: 1, left: 0 }],
    },
    work: {
      now: { incidents: 3, answered: 2, open: 3, firstAnswer: { median: 15, p90: 19 }, resolution: null },
      before: { incidents: 0, firstAnswer: null },
    },
    departments: [{ key: 'roads', incidents: 3, incidentsBefore: 0 }],
    categories: [
      { key: 'pothole', incidents: 2 },
      { key: '', incidents: 1 },
    ],
    neighbourhoods: [],
  })
  expect(today.series).toHaveLength(12)
  expect(today.series[0]).toEqual({
    at: '2026-11-21T00:00',
    conversations: 1,
    messagesIn: 1,
    messagesOut: 2,
    incidents: 0,
    subscriptions: 1,
    unsubscriptions: 0,
  })
  expect(today.series[10]?.incidents).toBe(3)
  expect(today.series[11]?.messagesOut).toBe(3)
})

test('a week has one row per town day, empty ones too', async () => {
  const week = await statistics.townStatistics(officer, { period: '7d' }, now)
  expect(week.series.map(({ at, messagesIn, unsubscriptions }) => [at, messagesIn, unsubscriptions])).toEqual([
    ['2026-11-15', 0, 0],
    ['2026-11-16', 0, 0],
    ['2026-11-17', 0, 0],
    ['2026-11-18', 0, 0],
    ['2026-11-19', 0, 0],
    ['2026-11-20', 1, 1],
    ['2026-11-21', 2, 0],
  ])
})

test('a town without events has zeros and no median', async () => {
  const empty = await statistics.townStatistics({ ...officer, townKey: 'nowhere' }, { period: '30d' }, now)
  expect(empty).toMatchObject({
    talk: { now: { people: 0, price: null }, topics: [] },
    work: { now: { incidents: 0, firstAnswer: null } },
  })
  expect(empty.series).toHaveLength(30)
})

test('people inside are counted per flow', async () => {
  expect(await statistics.insideFlows('vila')).toEqual(new Map([['main', 2]]))
})

test('late is what was answered or ended after its category’s hours, or is overdue', async () => {
  const openedAt = new Date('2026-11-20T09:00:00Z')
  const hours = (count: number) => new Date(openedAt.getTime() + count * 3_600_000)
  const row = (id: string, more: object) => ({
    ...{ _id: id, town: 'tardana', reference: id, departmentId: 'roads', category: 'pothole', language: 'ca' },
    ...{ convId: 'c', status: 'new', openedAt, answeredAt: null, answers: {}, entries: [] },
    ...{ deadlines: { answerHours: 4, resolveHours: 48 }, pauses: [], ...more },
  })
  await database.connection
    .collection<{ _id: string }>('incidents')
    .insertMany([
      row('overdue', {}),
      row('in time', { answeredAt: hours(3) }),
      row('too late', { answeredAt: hours(5) }),
      row('promised nothing', { deadlines: null }),
      row('older than promises', { deadlines: undefined, pauses: undefined }),
    ])
  const { work } = await statistics.townStatistics({ ...officer, townKey: 'tardana' }, { period: '7d' }, now)
  expect(work.now).toMatchObject({ incidents: 5, late: 2 })
})

test('neighbourhoods are the town’s districts by name, and what people said where there is none', async () => {
  const line = [0, 1, 1, 0].map((longitude, index): [number, number] => [longitude, index < 2 ? 41 : 42])
  const outline = [[[...line, line[0] ?? [0, 41]]]]
  await geographies.save('barris', { streets: [], districts: [{ id: 'centre', name: 'Barri Antic', outline }] })
  const row = (id: string, more: object) => ({
    ...{ _id: id, town: 'barris', reference: id, departmentId: 'roads', category: null, language: 'ca', convId: 'c' },
    ...{
      status: 'new',
      openedAt: new Date('2026-11-20T09:00:00Z'),
      answeredAt: null,
      answers: {},
      entries: [],
      ...more,
    },
  })
  await database.connection
    .collection<{ _id: string }>('incidents')
    .insertMany([
      row('in it', { districtId: 'centre', answers: { barri: 'una altra cosa' } }),
      row('in it too', { districtId: 'centre' }),
      row('in one that is gone', { districtId: 'gone', answers: { barri: '  Les  Escodines ' } }),
      row('nowhere', {}),
    ])
  const scope = { ...officer, townKey: 'barris' }
  const { neighbourhoods } = await statistics.townStatistics(scope, { period: '7d' }, now)
  expect(neighbourhoods.map(({ key, incidents }) => [key, incidents])).toEqual([
    ['Barri Antic', 2],
    ['', 1],
    ['Les Escodines', 1],
  ])
  const { work } = await statistics.townStatistics(scope, { period: '7d', neighbourhood: 'Barri Antic' }, now)
  expect(work.now.incidents).toBe(2)
})
