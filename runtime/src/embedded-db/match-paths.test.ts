import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsFound, openTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Filter = Record<string, unknown>
type Row = [title: string, docs: Filter[], filter: Filter, found: unknown[]]

const rows: Row[] = [
  [
    'a dotted path goes into documents',
    [
      { _id: 1, a: { b: 1 } },
      { _id: 2, a: { b: 2 } },
      { _id: 3, a: 1 },
    ],
    { 'a.b': 1 },
    [1],
  ],
  [
    'a dotted path goes into arrays of documents',
    [
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: [{ b: 3 }] },
    ],
    { 'a.b': 2 },
    [1],
  ],
  [
    'a dotted path may name a position',
    [
      { _id: 1, a: [5, 6] },
      { _id: 2, a: [6, 5] },
    ],
    { 'a.0': 5 },
    [1],
  ],
  [
    'a position reaches into nested arrays by name only',
    [
      { _id: 1, a: [[5]] },
      { _id: 2, a: [{ b: 5 }] },
    ],
    { 'a.0.0': 5 },
    [1],
  ],
  [
    'a path below a scalar is missing',
    [
      { _id: 1, a: 5 },
      { _id: 2, a: { b: 1 } },
    ],
    { 'a.b': null },
    [1],
  ],
  [
    'a path below an empty array is not null',
    [
      { _id: 1, a: [] },
      { _id: 2, a: [{}] },
      { _id: 3, a: [1] },
    ],
    { 'a.b': null },
    [2],
  ],
  [
    'nested arrays are not searched twice',
    [
      { _id: 1, a: [[{ b: 1 }]] },
      { _id: 2, a: [{ b: 1 }] },
    ],
    { 'a.b': 1 },
    [2],
  ],
  ['$exists true', [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: [] }], { a: { $exists: true } }, [1, 3]],
  ['$exists false', [{ _id: 1, a: null }, { _id: 2 }], { a: { $exists: false } }, [2]],
  [
    '$exists below an array',
    [
      { _id: 1, a: [{ b: 1 }] },
      { _id: 2, a: [{}] },
      { _id: 3, a: [] },
    ],
    { 'a.b': { $exists: false } },
    [2, 3],
  ],
]

describe('a filter along a path', () => {
  test.each(rows)('%s', async (_title, docs, filter, found) => {
    expect(await idsFound(database.db, docs, filter)).toEqual([found, found])
  })
})
