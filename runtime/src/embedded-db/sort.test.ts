import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

const { ObjectId, Binary, Timestamp, MinKey, MaxKey, BSONRegExp } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function sorted(docs: mongo.Document[], sort: Record<string, 1 | -1>): Promise<unknown[]> {
  const collection = database.db.collection(`sort_${new ObjectId().toHexString()}`)
  await collection.insertMany(docs)
  const ids = async () => (await collection.find().sort(sort).toArray()).map((doc): unknown => doc._id)
  const without = await ids()
  await collection.createIndex(sort)
  expect(await ids()).toEqual(without)
  return without
}

const everyType: mongo.Document[] = [
  { _id: 'minKey', a: new MinKey() },
  { _id: 'empty array', a: [] },
  { _id: 'missing' },
  { _id: 'null', a: null },
  { _id: 'not a number', a: Number.NaN },
  { _id: 'number', a: 3 },
  { _id: 'text', a: 'x' },
  { _id: 'object', a: { b: 1 } },
  { _id: 'binary', a: new Binary(Uint8Array.of(1)) },
  { _id: 'object id', a: new ObjectId() },
  { _id: 'boolean', a: false },
  { _id: 'date', a: new Date(0) },
  { _id: 'timestamp', a: new Timestamp({ t: 1, i: 1 }) },
  { _id: 'regex', a: new BSONRegExp('x') },
  { _id: 'maxKey', a: new MaxKey() },
]

test('every type has its place', async () => {
  const inOrder = everyType.map((doc): unknown => doc._id)
  const mixed = [...everyType].sort((one, other) => String(one._id).localeCompare(String(other._id)))
  const found = await sorted(mixed, { a: 1 })
  // missing and null are the same to a sort
  const settle = (ids: unknown[]) => ids.map(id => (id === 'missing' ? 'null' : id))
  expect(settle(found)).toEqual(settle(inOrder))
})

describe('a sort', () => {
  const rows: [title: string, docs: mongo.Document[], sort: Record<string, 1 | -1>, ids: unknown[]][] = [
    [
      'takes the least element of an array going up',
      [
        { _id: 1, a: [5, 2] },
        { _id: 2, a: [3] },
        { _id: 3, a: 1 },
      ],
      { a: 1 },
      [3, 1, 2],
    ],
    [
      'takes the greatest element going down',
      [
        { _id: 1, a: [5, 2] },
        { _id: 2, a: [3] },
        { _id: 3, a: 6 },
      ],
      { a: -1 },
      [3, 1, 2],
    ],
    [
      'puts an empty array before null',
      [
        { _id: 1, a: null },
        { _id: 2, a: [] },
      ],
      { a: 1 },
      [2, 1],
    ],
    [
      'goes by several fields',
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 0, b: 1 },
        { _id: 3, a: 1, b: 2 },
      ],
      { a: -1, b: -1 },
      [3, 1, 2],
    ],
    [
      'goes both ways at once',
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 0, b: 1 },
        { _id: 3, a: 1, b: 2 },
      ],
      { a: 1, b: -1 },
      [2, 3, 1],
    ],
    ['goes into documents', [{ _id: 1, a: { b: 2 } }, { _id: 2, a: { b: 1 } }, { _id: 3 }], { 'a.b': 1 }, [3, 2, 1]],
    [
      'goes into arrays of documents',
      [
        { _id: 1, a: [{ b: 9 }, { b: 2 }] },
        { _id: 2, a: [{ b: 3 }] },
      ],
      { 'a.b': 1 },
      [1, 2],
    ],
    [
      'compares texts by UTF-8',
      [
        { _id: 1, a: '😀' },
        { _id: 2, a: '\uff01' },
        { _id: 3, a: 'à' },
        { _id: 4, a: 'z' },
      ],
      { a: 1 },
      [4, 3, 2, 1],
    ],
    [
      'compares documents field by field',
      [
        { _id: 1, a: { x: 2 } },
        { _id: 2, a: { x: 1, y: 1 } },
        { _id: 3, a: { x: 1 } },
      ],
      { a: 1 },
      [3, 2, 1],
    ],
  ]
  test.each(rows)('%s', async (_title, docs, sort, ids) => {
    expect(await sorted(docs, sort)).toEqual(ids)
  })
})

describe('a projection', () => {
  const stored = { _id: 1, a: { b: 1, c: 2 }, d: [{ b: 3, c: 4 }, 5], e: 6 }
  const rows: [projection: mongo.Document, result: mongo.Document][] = [
    [{ e: 1 }, { _id: 1, e: 6 }],
    [{ e: 1, _id: 0 }, { e: 6 }],
    [{ _id: 1 }, { _id: 1 }],
    [
      { e: 0, a: 0 },
      { _id: 1, d: stored.d },
    ],
    [
      { _id: 0, d: 0 },
      { a: stored.a, e: 6 },
    ],
    [
      { e: true, 'a.b': 1 },
      { _id: 1, a: { b: 1 }, e: 6 },
    ],
    [{ a: { c: 1 } }, { _id: 1, a: { c: 2 } }],
    [{ 'a.b': 0 }, { _id: 1, a: { c: 2 }, d: stored.d, e: 6 }],
    [{ 'd.b': 1 }, { _id: 1, d: [{ b: 3 }] }],
    [{ 'd.b': 0 }, { _id: 1, a: stored.a, d: [{ c: 4 }, 5], e: 6 }],
    [{ x: 1, 'e.f': 1 }, { _id: 1 }],
  ]
  test.each(rows)('%o', async (projection, result) => {
    const collection = database.db.collection<{ _id: number }>('projected')
    await collection.replaceOne({ _id: 1 }, stored, { upsert: true })
    const found = await collection.findOne({}, { projection })
    expect(found).toEqual(result)
    expect(Object.keys(found ?? {})).toEqual(Object.keys(result))
    expect(await collection.findOne({})).toEqual(stored)
  })
})
