import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

const { ObjectId } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>

describe('an upsert', () => {
  const upserts: [title: string, filter: Fields, update: Fields, after: Fields][] = [
    [
      'takes the equalities of the filter',
      { a: 1, 'b.c': 2, d: { $eq: 3 } },
      { $set: { e: 4 } },
      { a: 1, b: { c: 2 }, d: 3, e: 4 },
    ],
    ['leaves ranges and patterns out', { a: { $gt: 1 }, b: /x/, c: { $in: [1, 2] } }, { $set: { e: 4 } }, { e: 4 }],
    ['takes equalities inside $and', { $and: [{ a: 1 }, { b: 2 }] }, { $inc: { n: 1 } }, { a: 1, b: 2, n: 1 }],
    ['applies $setOnInsert', { a: 2 }, { $setOnInsert: { b: 1 }, $push: { c: 1 } }, { a: 2, b: 1, c: [1] }],
  ]
  test.each(upserts)('%s', async (_title, filter, update, after) => {
    const collection = database.db.collection(`upserts_${new ObjectId().toHexString()}`)
    const result = await collection.updateOne(filter, update, { upsert: true })
    expect(result.upsertedCount).toBe(1)
    expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual(after)
    expect((await collection.findOne({}))?._id).toEqual(result.upsertedId)
  })

  test('uses the _id of the filter, and puts it in front', async () => {
    const collection = database.db.collection<{ _id: string; a?: number }>('upserted_ids')
    await collection.updateOne({ _id: 'y' }, { $set: { a: 1 } }, { upsert: true })
    expect(Object.keys((await collection.findOne({ _id: 'y' })) ?? {})).toEqual(['_id', 'a'])
  })

  test('refuses a filter that says two things about a field', async () => {
    const work = database.db
      .collection('twice')
      .updateOne({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { upsert: true })
    expect(await refusalCode(work)).toBe(54)
  })
})

test('replacing keeps the _id and drops everything else', async () => {
  const collection = database.db.collection<Fields & { _id: number }>('replaced')
  await collection.insertOne({ _id: 1, a: 1, b: 2 })
  await collection.replaceOne({ _id: 1 }, { c: 3 })
  expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, c: 3 })
  expect(await refusalCode(collection.replaceOne({ _id: 1 }, { _id: 2 }))).toBe(66)
})

test('an upsert may name its _id when it inserts', async () => {
  const collection = database.db.collection<{ _id: string; a: number }>('named')
  await collection.updateOne({ a: 1 }, { $setOnInsert: { _id: 'chosen' } }, { upsert: true })
  expect(await collection.find().toArray()).toEqual([{ _id: 'chosen', a: 1 }])
})
