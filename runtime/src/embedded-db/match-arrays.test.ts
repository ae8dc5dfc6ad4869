import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsFound, openTestDatabase, type TestDatabase } from './test-database.ts'

const { Long, ObjectId } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Filter = Record<string, unknown>
type Row = [title: string, docs: Filter[], filter: Filter, found: unknown[]]

const day = new Date('2026-03-01T10:00:00Z')
const id = new ObjectId('665000000000000000000001')

const rows: Row[] = [
  [
    'an array matches by any element',
    [
      { _id: 1, a: [1, 7] },
      { _id: 2, a: [2] },
    ],
    { a: 7 },
    [1],
  ],
  [
    'an array matches as a whole',
    [
      { _id: 1, a: [1, 7] },
      { _id: 2, a: [[1, 7]] },
      { _id: 3, a: [7, 1] },
    ],
    { a: [1, 7] },
    [1, 2],
  ],
  [
    'two conditions may hold for different elements',
    [
      { _id: 1, a: [1, 9] },
      { _id: 2, a: [5] },
    ],
    { a: { $gt: 8, $lt: 2 } },
    [1],
  ],
  [
    '$ne of an array means no element',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [2] },
      { _id: 3, a: [] },
    ],
    { a: { $ne: 1 } },
    [2, 3],
  ],
  [
    'the order of fields counts in equality',
    [
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
    ],
    { a: { x: 1, y: 2 } },
    [1],
  ],
  [
    'equality with a document is whole',
    [
      { _id: 1, a: { x: 1 } },
      { _id: 2, a: { x: 1, y: 2 } },
    ],
    { a: { x: 1 } },
    [1],
  ],
  [
    '$type by name',
    [
      { _id: 1, a: 'x' },
      { _id: 2, a: 1 },
      { _id: 3, a: ['y'] },
    ],
    { a: { $type: 'string' } },
    [1, 3],
  ],
  [
    '$type number',
    [
      { _id: 1, a: 1.5 },
      { _id: 2, a: Long.fromNumber(1) },
      { _id: 3, a: '1' },
    ],
    { a: { $type: 'number' } },
    [1, 2],
  ],
  [
    '$type array',
    [
      { _id: 1, a: [1] },
      { _id: 2, a: 1 },
    ],
    { a: { $type: 'array' } },
    [1],
  ],
  [
    '$type by a list of numbers',
    [
      { _id: 1, a: day },
      { _id: 2, a: id },
      { _id: 3, a: true },
    ],
    { a: { $type: [9, 7] } },
    [1, 2],
  ],
  [
    '$size',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [[1, 2]] },
      { _id: 3, a: 2 },
    ],
    { a: { $size: 2 } },
    [1],
  ],
  [
    '$all',
    [
      { _id: 1, a: [1, 2, 3] },
      { _id: 2, a: [1] },
      { _id: 3, a: 1 },
    ],
    { a: { $all: [1, 3] } },
    [1],
  ],
  [
    '$all of one value takes a scalar',
    [
      { _id: 1, a: 1 },
      { _id: 2, a: [2] },
    ],
    { a: { $all: [1] } },
    [1],
  ],
  ['an empty $all finds nothing', [{ _id: 1, a: [] }], { a: { $all: [] } }, []],
  [
    '$all with $elemMatch',
    [
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: [{ b: 1 }] },
    ],
    { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
    [1],
  ],
  [
    '$elemMatch wants one element for all conditions',
    [
      { _id: 1, a: [{ x: 1, y: 1 }] },
      { _id: 2, a: [{ x: 1 }, { y: 1 }] },
    ],
    { a: { $elemMatch: { x: 1, y: 1 } } },
    [1],
  ],
  [
    '$elemMatch on plain elements',
    [
      { _id: 1, a: [1, 9] },
      { _id: 2, a: [5] },
    ],
    { a: { $elemMatch: { $gt: 3, $lt: 7 } } },
    [2],
  ],
  ['$elemMatch does not take a scalar', [{ _id: 1, a: 5 }], { a: { $elemMatch: { $gt: 3 } } }, []],
  [
    '$elemMatch with $or',
    [
      { _id: 1, a: [{ x: 1 }] },
      { _id: 2, a: [{ x: 3 }] },
    ],
    { a: { $elemMatch: { $or: [{ x: 1 }, { x: 2 }] } } },
    [1],
  ],
]

describe('a filter over arrays', () => {
  test.each(rows)('%s', async (_title, docs, filter, found) => {
    expect(await idsFound(database.db, docs, filter)).toEqual([found, found])
  })
})
