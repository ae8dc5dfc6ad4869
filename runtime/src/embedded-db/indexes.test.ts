import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>
const fresh = () => database.db.collection<Fields>(`indexes_${new mongo.BSON.ObjectId().toHexString()}`)

describe('a unique index', () => {
  const rows: [
    title: string,
    key: Record<string, 1 | -1>,
    options: mongo.CreateIndexesOptions,
    docs: Fields[],
    isRefused: boolean,
  ][] = [
    ['refuses the same value', { a: 1 }, {}, [{ a: 1 }, { a: 1 }], true],
    ['takes numbers of different kinds for the same', { a: 1 }, {}, [{ a: 1 }, { a: new mongo.BSON.Double(1) }], true],
    ['takes missing for null', { a: 1 }, {}, [{ b: 1 }, { a: null }], true],
    ['when sparse lets many go without', { a: 1 }, { sparse: true }, [{ b: 1 }, { b: 2 }], false],
    ['when sparse still refuses two nulls', { a: 1 }, { sparse: true }, [{ a: null }, { a: null }], true],
    [
      'compares all its fields',
      { a: 1, b: -1 },
      {},
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
      false,
    ],
    [
      'refuses when all fields agree',
      { a: 1, b: -1 },
      {},
      [
        { a: 1, b: 1 },
        { a: 1, b: 1 },
      ],
      true,
    ],
    ['refuses an array element of another document', { a: 1 }, {}, [{ a: [1, 2] }, { a: [3, 2] }], true],
    ['lets one document repeat itself', { a: 1 }, {}, [{ a: [1, 1] }, { a: [2] }], false],
    ['goes into documents', { 'a.b': 1 }, {}, [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }], true],
    [
      'when partial leaves others alone',
      { a: 1 },
      { partialFilterExpression: { st: 'open' } },
      [{ a: 1, st: 'shut' }, { a: 1, st: 'open' }, { a: 1 }],
      false,
    ],
    [
      'when partial refuses inside',
      { a: 1 },
      { partialFilterExpression: { st: 'open' } },
      [
        { a: 1, st: 'open' },
        { a: 1, st: 'open' },
      ],
      true,
    ],
    [
      'may cover what exists only',
      { a: 1 },
      { partialFilterExpression: { a: { $exists: true } } },
      [{ b: 1 }, { b: 2 }, { a: 1 }],
      false,
    ],
  ]
  test.each(rows)('%s', async (_title, key, options, docs, isRefused) => {
    const collection = fresh()
    await collection.createIndex(key, { unique: true, ...options })
    const work = collection.insertMany(docs.map(doc => ({ ...doc })))
    if (isRefused) expect(await refusalCode(work)).toBe(11000)
    else expect((await work).insertedCount).toBe(docs.length)
    const late = fresh()
    await late.insertMany(docs.map(doc => ({ ...doc })))
    const building = late.createIndex(key, { unique: true, ...options })
    if (isRefused) expect(await refusalCode(building)).toBe(11000)
    else expect(typeof (await building)).toBe('string')
  })

  test('refuses an update into a taken value, and changes nothing', async () => {
    const collection = fresh()
    await collection.createIndexes([{ key: { b: 1 } }, { key: { a: 1 }, unique: true, name: 'by_a' }])
    await collection.insertMany([
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ])
    const error = await collection.updateOne({ a: 2 }, { $set: { a: 1, b: 9 } }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1 }, keyValue: { a: 1 } })
    expect(String(error)).toContain('index: by_a dup key: { a: 1 }')
    expect(await collection.countDocuments({ b: 2 })).toBe(1)
    expect(await collection.countDocuments({ b: 9 })).toBe(0)
  })

  test('frees a value with its document', async () => {
    const collection = fresh()
    await collection.createIndex({ a: 1 }, { unique: true })
    await collection.insertOne({ a: 1 })
    await collection.deleteOne({ a: 1 })
    await collection.insertOne({ a: 1 })
    await collection.updateOne({ a: 1 }, { $set: { a: 2 } })
    await collection.insertOne({ a: 1 })
    expect(await collection.countDocuments({})).toBe(2)
  })
})

describe('the list of indexes', () => {
  test('tells what was made, and forgets what was dropped', async () => {
    const collection = fresh()
    await collection.createIndex({ a: 1, b: -1 }, { unique: true, sparse: true })
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60, partialFilterExpression: { st: 'done' } })
    expect(await collection.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true, sparse: true },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60, partialFilterExpression: { st: 'done' } },
    ])
    await collection.dropIndex('a_1_b_-1')
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'at_1'])
    await collection.dropIndexes()
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_'])
  })

  test('making the same index again does nothing', async () => {
    const collection = fresh()
    await collection.createIndex({ a: 1 }, { unique: true })
    await collection.createIndex({ a: 1 }, { unique: true })
    expect(await collection.indexes()).toHaveLength(2)
  })

  const refusals: [
    title: string,
    key: Record<string, mongo.IndexDirection>,
    options: mongo.CreateIndexesOptions,
    code: number,
  ][] = [
    ['the same name for other fields', { b: 1 }, { name: 'a_1' }, 86],
    ['the same fields under another name', { a: 1 }, { name: 'other' }, 85],
    ['the same name with other options', { a: 1 }, { unique: true }, 86],
    ['a direction that is none', { c: 0 }, {}, 67],
    ['expiry over two fields', { c: 1, d: 1 }, { expireAfterSeconds: 1 }, 67],
  ]
  test.each(refusals)('refuses %s', async (_title, key, options, code) => {
    const collection = fresh()
    await collection.createIndex({ a: 1 })
    expect(await refusalCode(collection.createIndex(key, options))).toBe(code)
  })

  test('refuses to drop what is not there, or the _id', async () => {
    const collection = fresh()
    await collection.insertOne({ a: 1 })
    expect(await refusalCode(collection.dropIndex('a_1'))).toBe(27)
    expect(await refusalCode(collection.dropIndex('_id_'))).toBe(72)
  })

  test('refuses documents with two arrays side by side', async () => {
    const collection = fresh()
    await collection.createIndex({ a: 1, b: 1 })
    expect(await refusalCode(collection.insertOne({ a: [1], b: [2] }))).toBe(171)
  })
})
