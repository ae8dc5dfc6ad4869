import type { StatisticsQuery, Tariff } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { type RandomRows, randomRows, storeRows } from '../../../test/random-town.ts'
import { recount } from '../../../test/recount.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Scope } from '../accounts/scope.ts'
import { spanOf } from '../statistics/spans.ts'
import { createDayFactsStore } from './day-facts-store.ts'
import { createEventStore } from './event-store.ts'
import { createGeographyStore } from './geography-store.ts'
import { ensureIndexes } from './indexes.ts'
import { createMediaStore } from './media-store.ts'
import { createPersonalData } from './personal-data.ts'
import { createSendStore } from './send-store.ts'
import { type CountedStatistics, createStatisticsStore, type StatisticsStore } from './statistics-store.ts'
import { createTownStore } from './town-store.ts'

const now = new Date('2026-11-21T10:30:00Z')
const timeZone = 'Europe/Madrid'
const tariff: Tariff = {
  currency: 'EUR',
  countries: [
    { country: 'ES', amount: 0.02 },
    { country: 'IT', amount: 0.03 },
  ],
  otherCountries: null,
}
const officer: Scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'o', personName: 'O' }
const agent: Scope = { ...officer, role: 'agent', departments: ['roads'] }

let database: TestDatabase
let statistics: StatisticsStore
let rows: RandomRows

beforeAll(async () => {
  database = await openTestDatabase()
  const { connection } = database
  const towns = createTownStore(connection)
  const geographies = createGeographyStore(connection, () => now)
  statistics = createStatisticsStore(connection, {
    ...{ towns, geographies, dayFacts: createDayFactsStore(connection, () => now) },
  })
  await ensureIndexes(connection)
  await towns.save({ ...sampleTown(), tariff })
  rows = randomRows({ seed: 7, town: 'vila', until: now, days: 460, events: 4_000 })
  await storeRows(connection, rows)
  await storeRows(connection, randomRows({ seed: 8, town: 'poble', until: now, days: 460, events: 500 }))
}, 30_000)
afterAll(() => database.close())

const queries: StatisticsQuery[] = [
  { period: 'today' },
  { period: '7d' },
  { period: '30d', language: 'ca' },
  { period: '90d' },
  { period: '12m' },
  { period: '12m', language: 'es' },
  { period: 'own', from: '2026-03-20', to: '2026-04-10' },
  { period: 'own', from: '2025-10-20', to: '2026-10-30' },
  { period: 'own', from: '2026-10-25', to: '2026-10-25' },
  { period: 'own', from: '2026-10-25', to: '2026-10-25', language: 'ca' },
  { period: '90d', department: 'roads' },
  { period: '12m', category: 'pothole', language: 'ca' },
  { period: '12m', neighbourhood: 'Centre' },
]

/** Everything one figure after the other, as counted by hand and as counted by the store. */
function bothWays(query: StatisticsQuery, counted: CountedStatistics, its = rows) {
  const span = spanOf(query, timeZone, now)
  const asked = { rows: its, query, timeZone, tariff }
  const byHand = recount({ ...asked, ...span.now })
  const earlier = recount({ ...asked, ...span.before })
  const { talk, work } = counted
  const plain = <Work extends { firstAnswer: unknown; resolution: unknown }>({
    firstAnswer,
    resolution,
    ...rest
  }: Work) => rest
  expect(plain(work.now)).toEqual(byHand.work)
  expect(plain(work.before)).toEqual(earlier.work)
  const middle = byHand.waits.length % 2 === 1 ? byHand.waits[(byHand.waits.length - 1) / 2] : undefined
  if (middle !== undefined) expect(work.now.firstAnswer?.median).toBeCloseTo(middle / 60_000, 0)
  expect(counted.series.reduce((sum, row) => sum + row.incidents, 0)).toBe(byHand.work.incidents)
  expect(counted.departments.reduce((sum, row) => sum + row.incidents, 0)).toBe(byHand.work.incidents)
  if (!talk) return
  for (const [figures, expected] of [
    [talk.now, byHand.talk],
    [talk.before, earlier.talk],
  ] as const) {
    const { price, ...counts } = figures
    const { price: sum, ...countsByHand } = expected
    expect(counts).toEqual(countsByHand)
    expect(price?.amount ?? 0).toBeCloseTo(sum, 6)
  }
  for (const { flowId, node, stays, left } of talk.steps) expect({ stays, left }).toEqual(byHand.left(flowId, node))
  expect(talk.ratings[0]?.marks ?? [0, 0, 0, 0, 0]).toEqual(byHand.marks)
  for (const { key, joined } of talk.topics) expect(joined).toBe(byHand.joined(key))
  expect(counted.series.reduce((sum, row) => sum + row.messagesIn, 0)).toBe(byHand.talk.messagesIn)
}

test.each(queries)('what is counted for %j equals a recount of all rows', async query => {
  bothWays(query, await statistics.townStatistics(officer, query, now))
})

test('days that are kept are only kept: without them everything is the same, and they are not read anew', async () => {
  const days = database.connection.collection('statistics_days')
  const year = { period: '12m' } as const
  const first = await statistics.townStatistics(officer, year, now)
  expect(await days.countDocuments({ town: 'vila' })).toBeGreaterThan(300)
  expect(await statistics.townStatistics(officer, year, now)).toEqual(first)
  await days.deleteMany({})
  expect(await statistics.townStatistics(officer, year, now)).toEqual(first)
})

test('an event that waited for half a year before it was stored is counted on its day', async () => {
  const { connection } = database
  const [some] = rows.events
  if (!some) throw new Error('no rows')
  const late = {
    ...some,
    _id: 'vila:late',
    convId: 'vila:somebody-else',
    at: new Date('2026-05-05T22:30:00Z'),
    messagesIn: 1,
  }
  const events = createEventStore(
    connection,
    createDayFactsStore(connection, () => now),
  )
  await statistics.townStatistics(officer, { period: '12m' }, now)
  await events.insert([late])
  await events.insert([late])
  const its = { ...rows, events: [...rows.events, late] }
  bothWays({ period: '12m' }, await statistics.townStatistics(officer, { period: '12m' }, now), its)
  await connection.collection<{ _id: string }>('events').deleteOne({ _id: late._id })
  await createDayFactsStore(connection, () => now).forgetTown('vila')
  bothWays({ period: '12m' }, await statistics.townStatistics(officer, { period: '12m' }, now))
})

test('a message that arrived, was read or failed days after it was sent is counted on the day it was sent', async () => {
  const { connection } = database
  const dayFacts = createDayFactsStore(connection, () => now)
  const sends = createSendStore(connection, dayFacts)
  const old = rows.sends.filter(({ createdAt }) => createdAt < new Date('2026-11-15T00:00:00Z'))
  const [one, another, third] = old.filter(({ st, to }) => st === 'accepted' && to.type === 'phone')
  if (!one || !another || !third) throw new Error('no rows')
  const year = { period: '12m' } as const
  const before = (await statistics.townStatistics(officer, year, now)).talk?.now
  const stored = connection.collection<{ _id: string }>('sends')
  await stored.updateOne({ _id: another._id }, { $set: { platformId: 'wamid.2' } })
  await stored.updateOne({ _id: third._id }, { $set: { st: 'sending', token: 'mine' } })
  const report = { kind: 'status', status: 'delivered', at: now, error: null, againAfterMs: null } as const
  await sends.report([{ ...report, effectId: one._id, platformId: 'wamid.1' }])
  await sends.afterReports([one._id])
  await sends.report([{ ...report, effectId: null, platformId: 'wamid.2' }])
  await sends.record([{ id: third._id, token: 'mine', change: { st: 'failed' }, countsAttempt: true }])
  const after = (await statistics.townStatistics(officer, year, now)).talk?.now
  expect([after?.delivered, after?.failed]).toEqual([(before?.delivered ?? 0) + 2, (before?.failed ?? 0) + 1])
  await connection.collection('statistics_days').deleteMany({})
  expect((await statistics.townStatistics(officer, year, now)).talk?.now).toEqual(after)
})

test('counting old days beforehand leaves nothing of them to count, and changes no figure', async () => {
  const { connection } = database
  const days = connection.collection('statistics_days')
  const year = { period: '12m' } as const
  const counted = await statistics.townStatistics(officer, year, now)
  await days.deleteMany({})
  await createDayFactsStore(connection, () => now).settle('vila', timeZone)
  const kept = await days.countDocuments({ town: 'vila' })
  expect(kept).toBeGreaterThan(450)
  expect(await statistics.townStatistics(officer, year, now)).toEqual(counted)
  expect(await days.countDocuments({ town: 'vila' })).toBe(kept)
})

test('a person who was forgotten is still one person, though some of their days had been counted before', async () => {
  const { connection } = database
  const personalData = createPersonalData(
    connection,
    createMediaStore(connection, () => now),
  )
  const year = { period: '12m' } as const
  const before = (await statistics.townStatistics(officer, year, now)).talk?.now
  const convId = rows.events[0]?.convId ?? ''
  const nobody = { town: 'vila', convId, contactId: convId, addresses: [], owners: [], identityKeys: [], salt: 'salt' }
  await personalData.erase(nobody, now)
  expect(await connection.collection('events').countDocuments({ convId })).toBe(0)
  // The conversations that led to an incident cannot be told any more: the incident is nobody's.
  const after = (await statistics.townStatistics(officer, year, now)).talk?.now
  expect(after).toEqual({ ...before, handedOver: after?.handedOver })
})

test('an agent gets the incidents of their departments and nothing of what people write', async () => {
  const year = await statistics.townStatistics(agent, { period: '12m' }, now)
  const roads = recount({
    ...{ rows, timeZone, tariff, query: { period: '12m', department: 'roads' } },
    ...spanOf({ period: '12m' }, timeZone, now).now,
  })
  expect(year.talk).toBeNull()
  expect(year.work.now).toMatchObject(roads.work)
  expect(year.departments.map(({ key }) => key)).toEqual(['roads'])
  expect(year.series.every(({ messagesIn, conversations }) => messagesIn + conversations === 0)).toBe(true)
  const parks = await statistics.townStatistics(agent, { period: '12m', department: 'parks' }, now)
  expect(parks.work.now.incidents).toBe(0)
})
