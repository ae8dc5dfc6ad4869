import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { createAuditStore } from './audit-store.ts'
import { createPrivacyStore } from './privacy-store.ts'
import { createTownStore } from './town-store.ts'

let database: TestDatabase
const at = new Date('2026-11-21T10:00:00Z')

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('a town comes back as it was saved, and is replaced as a whole', async () => {
  const towns = createTownStore(database.connection)
  await towns.save(sampleTown('vila', 'Vila'))
  expect(await towns.get('vila')).toEqual(sampleTown('vila', 'Vila'))
  await towns.save({ ...sampleTown('vila', 'Vila Nova'), topics: [] })
  expect((await towns.get('vila'))?.topics).toEqual([])
  await towns.save(sampleTown('aldea', 'Aldea'))
  expect(await towns.list()).toEqual([
    { key: 'aldea', name: 'Aldea' },
    { key: 'vila', name: 'Vila Nova' },
  ])
  expect(await towns.get('nowhere')).toBeNull()
})

test('a town that is none is not saved', async () => {
  const towns = createTownStore(database.connection)
  await expect(towns.save({ ...sampleTown('broken'), country: 'XX' as 'ES' })).rejects.toThrow()
  expect(await towns.get('broken')).toBeNull()
})

test('the same privacy request is listed once, in its own town', async () => {
  const requests = createPrivacyStore(database.connection)
  const scope = { role: 'administrator', departments: [], personId: 'a', personName: 'A' } as const
  const request = {
    id: 'c:1:0',
    request: 'erase',
    channelKind: 'whatsapp',
    convId: 'c',
    contactName: 'Núria',
    at,
  } as const
  expect([await requests.open('vila', request), await requests.open('vila', request)]).toEqual([true, false])
  expect(await requests.newest({ ...scope, townKey: 'vila' })).toEqual([{ ...request, servedAt: null }])
  expect(await requests.newest({ ...scope, townKey: 'aldea' })).toEqual([])
})

test('the activity log gives the newest first, by town', async () => {
  const audit = createAuditStore(database.connection)
  const line = { town: 'vila', personId: 'a', object: null, at }
  await audit.append({ ...line, action: 'flow.create' })
  await audit.append({ ...line, action: 'flow.publish', at: new Date(at.getTime() + 1_000) })
  await audit.append({ ...line, town: 'aldea', action: 'flow.delete' })
  expect((await audit.newest('vila', 10)).map(({ action }) => action)).toEqual(['flow.publish', 'flow.create'])
  expect(Object.keys(audit).sort()).toEqual(['append', 'exported', 'newest', 'page', 'verify'])
})
