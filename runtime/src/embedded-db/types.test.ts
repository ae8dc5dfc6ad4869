import { mongo } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

const { Long, Double, Int32, ObjectId, Binary } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>

test('values keep their type over a round trip, and over an update beside them', async () => {
  const collection = database.db.collection<Fields & { _id: number }>('types')
  const values = {
    int: new Int32(3),
    double: new Double(3),
    long: Long.fromString('9007199254740993'),
    small: Long.fromNumber(7),
    date: new Date('2026-03-01T10:00:00Z'),
    id: new ObjectId(),
    bytes: new Binary(Uint8Array.of(0, 1, 255)),
    nothing: null,
    flag: false,
    text: 'ŀ·l 😀',
  }
  await collection.insertOne({ _id: 1, ...values })
  await collection.updateOne({ _id: 1 }, { $set: { another: 1 } })
  const stored = await collection.findOne({ _id: 1 }, { promoteValues: false, promoteLongs: false })
  expect(stored).toMatchObject(values)
  expect(
    await collection.countDocuments({ int: { $type: 'int' }, double: { $type: 'double' }, small: { $type: 'long' } }),
  ).toBe(1)
})

test('$inc grows from 32 to 64 bits, and refuses to go further', async () => {
  const collection = database.db.collection<{ _id: number; a?: number; b?: mongo.BSON.Long }>('growth')
  await collection.insertOne({ _id: 1, a: 2 ** 31 - 1, b: Long.MAX_VALUE })
  await collection.updateOne({ _id: 1 }, { $inc: { a: 1 } })
  expect(await collection.countDocuments({ a: { $type: 'long', $eq: 2 ** 31 } })).toBe(1)
  expect(await refusalCode(collection.updateOne({ _id: 1 }, { $inc: { b: 1 } }))).toBe(2)
})
