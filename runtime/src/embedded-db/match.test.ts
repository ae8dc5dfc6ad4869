import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsFound, openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

const { Long, Double, Binary, ObjectId, MaxKey } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Filter = Record<string, unknown>
type Row = [title: string, docs: Filter[], filter: Filter, found: unknown[]]

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const day = new Date('2026-03-01T10:00:00Z')
const id = new ObjectId('665000000000000000000001')

const rows: Row[] = [
  ['null also finds what is missing', [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 0 }], { a: null }, [1, 2]],
  ['$ne also finds what is missing', [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: 2 }], { a: { $ne: 1 } }, [2, 3]],
  ['$ne null leaves the missing out', [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 0 }], { a: { $ne: null } }, [3]],
  ['$nin also finds what is missing', [{ _id: 1, a: 1 }, { _id: 2 }], { a: { $nin: [1, 2] } }, [2]],
  [
    '$in with null finds what is missing',
    [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: 3 }],
    { a: { $in: [null, 3] } },
    [2, 3],
  ],
  [
    '$in takes regular expressions',
    [
      { _id: 1, a: 'abc' },
      { _id: 2, a: 'xyz' },
    ],
    { a: { $in: [/^a/] } },
    [1],
  ],
  ['an empty $in finds nothing', [{ _id: 1, a: 1 }, { _id: 2 }], { a: { $in: [] } }, []],
  [
    '$gt stays within one type',
    [{ _id: 1, a: 5 }, { _id: 2, a: '9' }, { _id: 3, a: day }, { _id: 4 }],
    { a: { $gt: 1 } },
    [1],
  ],
  [
    '$lt stays within one type',
    [
      { _id: 1, a: 5 },
      { _id: 2, a: null },
      { _id: 3, a: false },
    ],
    { a: { $lt: 9 } },
    [1],
  ],
  [
    '$gte null finds null and missing',
    [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 1 }],
    { a: { $gte: null } },
    [1, 2],
  ],
  [
    'a range of dates',
    [
      { _id: 1, a: day },
      { _id: 2, a: new Date(0) },
    ],
    { a: { $gte: new Date('2026-01-01') } },
    [1],
  ],
  [
    'kinds of numbers are one type',
    [
      { _id: 1, a: Long.fromNumber(5) },
      { _id: 2, a: new Double(5) },
      { _id: 3, a: 5 },
    ],
    { a: 5 },
    [1, 2, 3],
  ],
  [
    'large numbers are compared exactly',
    [
      { _id: 1, a: Long.fromString('9007199254740993') },
      { _id: 2, a: Long.fromString('9007199254740992') },
    ],
    { a: { $gt: Long.fromString('9007199254740992') } },
    [1],
  ],
  [
    'not a number is less than no number',
    [
      { _id: 1, a: Number.NaN },
      { _id: 2, a: 1 },
    ],
    { a: { $lt: 5 } },
    [2],
  ],
  [
    'not a number equals itself',
    [
      { _id: 1, a: Number.NaN },
      { _id: 2, a: 1 },
    ],
    { a: Number.NaN },
    [1],
  ],
  [
    '$and, $or and $nor',
    [
      { _id: 1, a: 1 },
      { _id: 2, b: 2 },
      { _id: 3, a: 1, b: 2 },
    ],
    { $or: [{ a: 1 }, { b: 2 }], $nor: [{ a: 1, b: 2 }] },
    [1, 2],
  ],
  [
    '$and may repeat a field',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [1] },
    ],
    { $and: [{ a: 1 }, { a: 2 }] },
    [1],
  ],
  [
    '$not turns a condition round',
    [{ _id: 1, a: 5 }, { _id: 2 }, { _id: 3, a: 1 }],
    { a: { $not: { $gt: 3 } } },
    [2, 3],
  ],
  [
    '$not takes a regular expression',
    [{ _id: 1, a: 'abc' }, { _id: 2, a: 'xyz' }, { _id: 3 }],
    { a: { $not: /^a/ } },
    [2, 3],
  ],
  [
    '$regex with options',
    [
      { _id: 1, a: 'Plaça' },
      { _id: 2, a: 'carrer' },
    ],
    { a: { $regex: '^PLAÇA$', $options: 'i' } },
    [1],
  ],
  [
    'a regular expression as a value',
    [
      { _id: 1, a: 'línia\nfanals' },
      { _id: 2, a: 'x' },
    ],
    { a: /^fanals/m },
    [1],
  ],
  [
    'a regular expression finds array elements',
    [
      { _id: 1, a: ['x', 'fanal'] },
      { _id: 2, a: 'x' },
    ],
    { a: /fanal/ },
    [1],
  ],
  [
    'binary data by length, kind and bytes',
    [
      { _id: 1, a: new Binary(bytes('ab')) },
      { _id: 2, a: new Binary(bytes('b')) },
    ],
    { a: { $gt: new Binary(bytes('z')) } },
    [1],
  ],
  [
    'true and false are no numbers',
    [
      { _id: 1, a: true },
      { _id: 2, a: 1 },
    ],
    { a: true },
    [1],
  ],
  [
    'texts are ordered by their UTF-8 bytes',
    [
      { _id: 1, a: '\uff01' },
      { _id: 2, a: '😀' },
    ],
    { a: { $gt: '\uff01' } },
    [2],
  ],
  [
    'the greatest key is above everything',
    [
      { _id: 1, a: 'z' },
      { _id: 2, a: new Date() },
    ],
    { a: { $lt: new MaxKey() } },
    [1, 2],
  ],
  ['an object id by equality', [{ _id: id }, { _id: 2 }], { _id: new ObjectId(id.toHexString()) }, [id]],
  [
    'identifiers may be documents',
    [{ _id: { a: 1, b: 2 } }, { _id: { b: 2, a: 1 } }],
    { _id: { a: 1, b: 2 } },
    [{ a: 1, b: 2 }],
  ],
  ['names that JavaScript treats specially', [{ _id: 1, constructor: 1 }, { _id: 2 }], { constructor: null }, [2]],
]

describe('a filter', () => {
  test.each(rows)('%s', async (_title, docs, filter, found) => {
    expect(await idsFound(database.db, docs, filter)).toEqual([found, found])
  })
})

const refusals: [title: string, filter: Filter, code: number][] = [
  ['an unknown operator', { a: { $foo: 1 } }, 2],
  ['an unknown operator at the top', { $foo: 1 }, 2],
  ['$in without a list', { a: { $in: 1 } }, 2],
  ['an empty $or', { $or: [] }, 2],
  ['$or with something else than documents', { $or: [1] }, 2],
  ['$not with a plain value', { a: { $not: 1 } }, 2],
  ['$size below zero', { a: { $size: -1 } }, 2],
  ['$elemMatch with a plain value', { a: { $elemMatch: 1 } }, 2],
  ['an unknown name of a type', { a: { $type: 'text' } }, 2],
  ['$ne with a regular expression', { a: { $ne: /x/ } }, 2],
  ['$all without a list', { a: { $all: 1 } }, 2],
  ['a broken regular expression', { a: { $regex: '(' } }, 51091],
  ['an unknown flag of a regular expression', { a: { $regex: 'a', $options: 'q' } }, 51108],
  ['an operator among the fields of a value', { a: { $gt: 1, b: 2 } }, 2],
]

describe('a filter is refused for', () => {
  test.each(refusals)('%s', async (_title, filter, code) => {
    expect(await refusalCode(database.db.collection('refusals').find(filter).toArray())).toBe(code)
  })
})
