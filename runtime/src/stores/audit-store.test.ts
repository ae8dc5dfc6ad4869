import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { hashOf } from './audit-chain.ts'
import { type AuditStore, createAuditStore } from './audit-store.ts'

let database: TestDatabase
let connection: Connection
let audit: AuditStore
let town: string
let towns = 0

beforeAll(async () => {
  database = await openTestDatabase()
  connection = database.connection
  audit = createAuditStore(connection)
  await database.createIndexes()
})
afterAll(() => database.close())
beforeEach(() => {
  town = `town-${towns++}`
})

const at = new Date('2026-05-04T10:00:00Z')
const append = (object: string, store = audit) =>
  store.append({ town, personId: 'pau', action: 'incident.change', object, at })
const rows = () => connection.collection<{ _id: string }>('audit')

async function fill(count: number) {
  for (let index = 1; index <= count; index += 1) await append(`incident-${index}`)
}

test('every line holds the hash of the one before', async () => {
  await fill(3)
  const lines = []
  for await (const { line } of audit.exported(town)) lines.push(line)
  expect(lines.map(({ n }) => n)).toEqual([1, 2, 3])
  expect(lines.map(({ prev }) => prev)).toEqual(['', lines[0]?.hash, lines[1]?.hash])
  expect(lines.every(line => hashOf(line) === line.hash)).toBe(true)
  expect(await audit.verify(town)).toMatchObject({ isIntact: true, lines: 3, lastHash: lines[2]?.hash })
})

test('two processes that write at once make one chain', async () => {
  const other = createAuditStore(connection)
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => append(`incident-${index}`, index % 2 === 0 ? audit : other)),
  )
  expect(await audit.verify(town)).toMatchObject({ isIntact: true, lines: 60 })
})

test('towns have a chain each', async () => {
  await fill(2)
  const first = town
  town = `${town}-b`
  await fill(1)
  expect(await audit.verify(first)).toMatchObject({ isIntact: true, lines: 2 })
  expect(await audit.verify(town)).toMatchObject({ isIntact: true, lines: 1 })
})

test('a line that was changed is found', async () => {
  await fill(4)
  await rows().updateOne({ _id: `${town}:2` }, { $set: { personId: 'núria' } })
  expect(await audit.verify(town)).toMatchObject({ isIntact: false, fault: { n: 2, kind: 'changed' } })
})

test('a line that was changed together with its hash is found at the next one', async () => {
  await fill(4)
  const row = { town, personId: 'núria', action: 'incident.change', object: 'incident-2', at }
  const [first] = await rows()
    .find<{ hash: string }>({ _id: `${town}:1` })
    .toArray()
  const hash = hashOf({ ...row, n: 2, prev: first?.hash ?? '' })
  await rows().updateOne({ _id: `${town}:2` }, { $set: { personId: 'núria', hash } })
  expect(await audit.verify(town)).toMatchObject({ isIntact: false, fault: { n: 3, kind: 'changed' } })
})

test('a line that is gone is found, the newest one, too', async () => {
  await fill(4)
  await rows().deleteOne({ _id: `${town}:4` })
  expect(await audit.verify(town)).toMatchObject({ isIntact: false, fault: { n: 4, kind: 'cut' } })
  await rows().deleteOne({ _id: `${town}:2` })
  expect(await audit.verify(town)).toMatchObject({ isIntact: false, fault: { n: 2, kind: 'missing' } })
})

test('lines from before the chain are counted apart', async () => {
  await connection.collection('audit').insertOne({ town, personId: null, action: 'old', object: null, at })
  await fill(1)
  expect(await audit.verify(town)).toMatchObject({ isIntact: true, lines: 1, unchained: 1 })
  expect(await audit.newest(town, 10)).toHaveLength(2)
})

test('the log is read in pages, by action and by person', async () => {
  await fill(5)
  await audit.append({ town, personId: 'mar', action: 'conversation.open', object: 'x', at })
  const first = await audit.page(town, { limit: 4, action: 'incident' }, null)
  expect(first.lines.map(({ n }) => n)).toEqual([5, 4, 3, 2])
  const second = await audit.page(town, { limit: 4, action: 'incident' }, first.next)
  expect(second).toMatchObject({ lines: [{ n: 1 }], next: null })
  expect((await audit.page(town, { limit: 4, personId: 'mar' }, null)).lines).toHaveLength(1)
})
