import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>
type Row = [title: string, before: Fields, update: Fields, after: Fields, query?: Fields, arrayFilters?: Fields[]]

const day = new Date('2026-03-01T10:00:00Z')

const rows: Row[] = [
  ['$set adds and replaces', { a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
  ['$set makes the documents on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set at a position fills up with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set with a number on nothing makes a document', {}, { $set: { 'a.0': 4 } }, { a: { 0: 4 } }],
  ['new fields come in the order of their names', {}, { $set: { z: 1, b: 2 }, $inc: { a: 3 } }, { a: 3, b: 2, z: 1 }],
  ['$unset takes a field away', { a: 1, b: { c: 2, d: 3 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 3 } }],
  ['$unset of an array element leaves null', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
  ['$inc adds, and starts at nothing', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
  ['$inc with a fraction', { a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
  ['$mul multiplies, and starts at zero', { a: 4 }, { $mul: { a: 2.5, b: 3 } }, { a: 10, b: 0 }],
  ['$min keeps the lesser', { a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 5, c: 1 }],
  ['$max keeps the greater', { a: 5, b: 5 }, { $max: { a: 3, b: 9, c: 1 } }, { a: 5, b: 9, c: 1 }],
  ['$max compares across types', { a: 5 }, { $max: { a: day } }, { a: day }],
  ['$rename moves a field', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
  ['$rename of a missing field does nothing', { b: 2 }, { $rename: { a: 'c' } }, { b: 2 }],
  ['$setOnInsert does nothing to what is there', { a: 1 }, { $set: { b: 2 }, $setOnInsert: { c: 3 } }, { a: 1, b: 2 }],
  ['$push appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ['$push of an array is one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  ['$push makes the array', {}, { $push: { a: { $each: [3, 1, 2], $sort: -1, $slice: 2 } } }, { a: [3, 2] }],
  [
    '$push with $each at a position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push at a position from the end',
    { a: [1, 2, 3] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 2, 9, 3] },
  ],
  [
    '$push keeps the last with a negative $slice',
    { a: [1, 2] },
    { $push: { a: { $each: [3, 4], $slice: -3 } } },
    { a: [2, 3, 4] },
  ],
  ['$push with $slice 0 empties', { a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
  [
    '$push sorts documents by a field',
    { a: [{ n: 3 }, { n: 1 }] },
    { $push: { a: { $each: [{ n: 2 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }, { n: 3 }] },
  ],
  ['$addToSet adds what is not there', { a: [1, 2] }, { $addToSet: { a: { $each: [2, 3, 3] } } }, { a: [1, 2, 3] }],
  [
    '$addToSet compares documents with their order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$addToSet of an array is one element', { a: [] }, { $addToSet: { a: [1] } }, { a: [[1]] }],
  ['$addToSet makes the array', {}, { $addToSet: { a: 1 } }, { a: [1] }],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by fields', { a: [{ x: 1, y: 2 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['$pull with $in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  ['$pull of a missing field does nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop from either end', { a: [1, 2, 3], b: [1, 2, 3] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2, 3] }],
  [
    '$ is the element that was found',
    { a: [{ n: 1 }, { n: 2 }] },
    { $set: { 'a.$.ok': true } },
    { a: [{ n: 1 }, { n: 2, ok: true }] },
    { 'a.n': 2 },
  ],
  [
    '$ after $elemMatch',
    {
      a: [
        { n: 1, m: 2 },
        { n: 1, m: 3 },
      ],
    },
    { $inc: { 'a.$.m': 10 } },
    {
      a: [
        { n: 1, m: 2 },
        { n: 1, m: 13 },
      ],
    },
    { a: { $elemMatch: { n: 1, m: 3 } } },
  ],
  ['$ on plain elements', { a: [5, 6, 7] }, { $set: { 'a.$': 0 } }, { a: [5, 0, 7] }, { a: { $gt: 5 } }],
  ['$[] is every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  [
    '$[name] is the chosen elements',
    { a: [{ n: 1 }, { n: 5 }] },
    { $set: { 'a.$[big].ok': 1 } },
    { a: [{ n: 1 }, { n: 5, ok: 1 }] },
    {},
    [{ 'big.n': { $gt: 2 } }],
  ],
  [
    '$[name] on plain elements',
    { a: [1, 5, 9] },
    { $set: { 'a.$[x]': 0 } },
    { a: [1, 0, 0] },
    {},
    [{ x: { $gte: 5 } }],
  ],
  [
    '$[] inside $[name]',
    {
      a: [
        { k: 1, b: [1, 2] },
        { k: 2, b: [3] },
      ],
    },
    { $inc: { 'a.$[x].b.$[]': 1 } },
    {
      a: [
        { k: 1, b: [2, 3] },
        { k: 2, b: [3] },
      ],
    },
    {},
    [{ 'x.k': 1 }],
  ],
  [
    'several operators at once',
    { a: 1, b: [1] },
    { $set: { c: 1 }, $inc: { a: 1 }, $push: { b: 2 }, $unset: { d: '' } },
    { a: 2, b: [1, 2], c: 1 },
  ],
  ['an empty operator does nothing', { a: 1 }, { $set: {} }, { a: 1 }],
]

describe('an update', () => {
  test.each(rows)('%s', async (_title, before, update, after, query = {}, arrayFilters = undefined) => {
    const collection = database.db.collection('updates')
    const { insertedId } = await collection.insertOne({ ...before })
    const result = await collection.updateOne({ _id: insertedId, ...query }, update, { arrayFilters })
    const stored = await collection.findOne({ _id: insertedId }, { projection: { _id: 0 } })
    expect(stored).toEqual(after)
    expect(Object.keys(stored ?? {})).toEqual(Object.keys(after))
    const isChanged = JSON.stringify(before) !== JSON.stringify(after)
    expect([result.matchedCount, result.modifiedCount]).toEqual([1, isChanged ? 1 : 0])
  })
})

const refusals: [
  title: string,
  before: Fields,
  update: Fields,
  code: number,
  query?: Fields,
  arrayFilters?: Fields[],
][] = [
  ['$inc on a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$inc on null', { a: null }, { $inc: { a: 1 } }, 14],
  ['$push on what is no array', { a: 1 }, { $push: { a: 2 } }, 2],
  ['$push with an unknown clause', { a: [] }, { $push: { a: { $each: [], $foo: 1 } } }, 2],
  ['$addToSet on what is no array', { a: 1 }, { $addToSet: { a: 2 } }, 2],
  ['$pull on what is no array', { a: 1 }, { $pull: { a: 2 } }, 2],
  ['$pop by something else than 1 and -1', { a: [1] }, { $pop: { a: 2 } }, 9],
  ['$pop on what is no array', { a: 1 }, { $pop: { a: 1 } }, 14],
  ['a field below a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['a field below null', { a: null }, { $set: { 'a.b': 1 } }, 28],
  ['a name inside an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
  ['an unknown modifier', {}, { $foo: { a: 1 } }, 9],
  ['a modifier without fields', {}, { $set: 1 }, 9],
  ['one field twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a field and one inside it', {}, { $set: { a: {}, 'a.b': 1 } }, 40],
  ['another _id', {}, { $set: { _id: 'another' } }, 66],
  ['an empty part of a path', {}, { $set: { 'a..b': 1 } }, 56],
  ['$ without an array in the query', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
  ['$[] on a missing array', {}, { $set: { 'a.$[]': 1 } }, 2],
  ['$[] on what is no array', { a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
  ['$[name] without its filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  ['a filter that no path names', { a: [1] }, { $set: { b: 1 } }, 9, {}, [{ x: 1 }]],
  ['$rename from inside an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 2],
]

describe('an update is refused for', () => {
  test.each(refusals)('%s', async (_title, before, update, code, query = {}, arrayFilters = undefined) => {
    const collection = database.db.collection('refused_updates')
    const { insertedId } = await collection.insertOne({ ...before })
    const work = collection.updateOne({ _id: insertedId, ...query }, update, { arrayFilters })
    expect(await refusalCode(work)).toBe(code)
    expect(await collection.findOne({ _id: insertedId })).toEqual({ _id: insertedId, ...before })
  })
})

test('$currentDate writes the present moment', async () => {
  const collection = database.db.collection<{ _id: number; at?: Date; on?: Date }>('dates')
  await collection.insertOne({ _id: 1 })
  await collection.updateOne({ _id: 1 }, { $currentDate: { at: true, on: { $type: 'date' } } })
  const doc = await collection.findOne({ _id: 1 })
  for (const value of [doc?.at, doc?.on]) expect(Math.abs(Number(value) - Date.now())).toBeLessThan(60_000)
})
