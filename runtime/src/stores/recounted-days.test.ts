import type { StatisticsQuery } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { randomRows, storeRows } from '../../../test/random-town.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Scope } from '../accounts/scope.ts'
import { createDayFactsStore } from './day-facts-store.ts'
import { createGeographyStore } from './geography-store.ts'
import { ensureIndexes } from './indexes.ts'
import { createMediaStore } from './media-store.ts'
import { createPersonalData, type PersonalData, type Subject } from './personal-data.ts'
import { recountingDaysOf } from './recounted-days.ts'
import { createStatisticsStore, type StatisticsStore } from './statistics-store.ts'
import { createTownStore } from './town-store.ts'

const now = new Date('2026-11-21T10:30:00Z')
const year: StatisticsQuery = { period: '12m' }
const officer: Scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'o', personName: 'O' }

let database: TestDatabase
let statistics: StatisticsStore
let personalData: PersonalData

beforeAll(async () => {
  database = await openTestDatabase()
  const { connection } = database
  const towns = createTownStore(connection)
  statistics = createStatisticsStore(connection, {
    ...{ towns, geographies: createGeographyStore(connection, () => now) },
    dayFacts: createDayFactsStore(connection, () => now),
  })
  personalData = createPersonalData(
    connection,
    createMediaStore(connection, () => now),
  )
  await ensureIndexes(connection)
  await towns.save(sampleTown())
  await storeRows(connection, randomRows({ seed: 11, town: 'vila', until: now, days: 400, events: 600 }))
}, 30_000)
afterAll(() => database.close())

const kept = () => statistics.townStatistics(officer, year, now)

/** The same with nothing kept. */
async function recounted() {
  await database.connection.collection('statistics_days').deleteMany({})
  return kept()
}

const subject = (person: number): Subject => ({
  ...{ town: 'vila', convId: `vila:person-${person}`, contactId: `person-${person}` },
  ...{ addresses: [], owners: [], identityKeys: [], salt: 'salt' },
})

test('after a person was erased, the figures that are kept equal a recount', async () => {
  const before = await kept()
  await personalData.erase(subject(1), now)
  const after = await kept()
  expect(after.talk?.now.people).toBe(before.talk?.now.people)
  expect(after).toEqual(await recounted())
})

test('and also when the erasure died half-way, the figures were read then, and it was run again', async () => {
  const { connection } = database
  await kept()
  const dying = createPersonalData(
    new Proxy(connection, {
      get(target, name) {
        if (name !== 'collection') return Reflect.get(target, name)
        return (collection: string) => {
          if (collection === 'incidents') throw new Error('killed')
          return target.collection(collection)
        }
      },
    }),
    { ofContact: async () => [], remove: async () => {} },
  )
  await expect(dying.erase(subject(2), now)).rejects.toThrow('killed')
  await kept()
  await personalData.erase(subject(2), now)
  expect(await kept()).toEqual(await recounted())
})

test('what somebody counted while it was being changed is not kept', async () => {
  const { connection } = database
  await kept()
  const convId = 'vila:person-3'
  await recountingDaysOf(connection, 'vila', [convId], async () => {
    await kept()
    await connection.collection('events').deleteMany({ convId })
    await kept()
    await connection.collection('sends').deleteMany({ convId })
  })
  expect(await kept()).toEqual(await recounted())
})
