import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

const { ObjectId } = mongo.BSON
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>
const at = (text: string) => new Date(text)

const sends: Fields[] = [
  { _id: 1, st: 'sent', n: 2, at: at('2026-03-28T23:30:00Z'), tags: ['a', 'b'], by: { town: 'Vic' } },
  { _id: 2, st: 'sent', n: 4, at: at('2026-03-29T00:30:00Z'), tags: [], by: { town: 'Olot' } },
  { _id: 3, st: 'failed', n: 3, at: at('2026-03-29T01:30:00Z'), tags: null, by: { town: 'Vic' } },
  { _id: 4, st: 'failed', n: 'x', at: at('2026-07-01T22:15:42.123Z') },
  { _id: 5, n: null, at: at('2026-07-01T22:59:59Z'), tags: 'c' },
]

const rows: [title: string, pipeline: Fields[], result: Fields[]][] = [
  ['no stage gives all', [], sends],
  [
    '$match, $sort, $skip, $limit',
    [{ $match: { _id: { $gt: 1 } } }, { $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 4 }, { _id: 3 }],
  ],
  ['$match after another stage', [{ $project: { n: 1 } }, { $match: { n: 4 } }], [{ _id: 2, n: 4 }]],
  ['$count', [{ $match: { st: 'sent' } }, { $count: 'total' }], [{ total: 2 }]],
  ['$count of nothing is nothing', [{ $match: { st: 'x' } }, { $count: 'total' }], []],
  [
    'every accumulator, by a field',
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$st',
          sum: { $sum: '$n' },
          count: { $sum: 1 },
          avg: { $avg: '$n' },
          min: { $min: '$n' },
          max: { $max: '$n' },
          first: { $first: '$n' },
          last: { $last: '$missing' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: null, sum: 0, count: 1, avg: null, min: null, max: null, first: null, last: null },
      { _id: 'failed', sum: 3, count: 2, avg: 3, min: 3, max: 'x', first: 3, last: null },
      { _id: 'sent', sum: 6, count: 2, avg: 3, min: 2, max: 4, first: 2, last: null },
    ],
  ],
  ['$group of everything', [{ $group: { _id: null, n: { $sum: 1 } } }], [{ _id: null, n: 5 }]],
  [
    '$group by an object of fields',
    [
      { $match: { by: { $exists: true } } },
      { $group: { _id: { st: '$st', town: '$by.town' }, n: { $sum: '$n' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: { st: 'failed', town: 'Vic' }, n: 3 },
      { _id: { st: 'sent', town: 'Olot' }, n: 4 },
      { _id: { st: 'sent', town: 'Vic' }, n: 2 },
    ],
  ],
  [
    '$group by the local day, over the change to summer time',
    [
      { $match: { _id: { $lt: 4 } } },
      {
        $group: {
          _id: { $dateToString: { format: '%Y-%m-%dT%H', date: '$at', timezone: 'Europe/Madrid' } },
          n: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: '2026-03-29T00', n: 1 },
      { _id: '2026-03-29T01', n: 1 },
      { _id: '2026-03-29T03', n: 1 },
    ],
  ],
  [
    '$dateToString with all its letters, in a fixed zone and without a date',
    [
      { $match: { _id: 4 } },
      {
        $project: {
          _id: 0,
          full: { $dateToString: { date: '$at' } },
          zone: { $dateToString: { format: '%d.%m.%Y %H:%M:%S.%L %%', date: '$at', timezone: '+02:00' } },
          none: { $dateToString: { format: '%Y', date: '$nowhere', onNull: 'never' } },
        },
      },
    ],
    [{ full: '2026-07-01T22:15:42.123Z', zone: '02.07.2026 00:15:42.123 %', none: 'never' }],
  ],
  [
    '$cond, $eq and $subtract inside a sum',
    [
      { $match: { _id: { $lt: 4 } } },
      {
        $group: {
          _id: null,
          failed: { $sum: { $cond: [{ $eq: ['$st', 'failed'] }, 1, 0] } },
          rest: { $sum: { $subtract: ['$n', 1] } },
        },
      },
    ],
    [{ _id: null, failed: 1, rest: 6 }],
  ],
  [
    '$subtract of dates gives milliseconds',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          ms: { $subtract: ['$at', new Date('2026-03-28T23:29:00Z')] },
          before: { $subtract: ['$at', 60_000] },
          none: { $subtract: ['$at', '$nowhere'] },
        },
      },
    ],
    [{ ms: 60_000, before: at('2026-03-28T23:29:00Z'), none: null }],
  ],
  [
    '$unwind',
    [{ $match: { _id: { $lt: 6 } } }, { $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 5, tags: 'c' },
    ],
  ],
  [
    '$unwind that keeps what has none, with positions',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'a', i: 0 },
      { _id: 1, tags: 'b', i: 1 },
      { _id: 2, i: null },
      { _id: 3, tags: null, i: null },
      { _id: 4, i: null },
      { _id: 5, tags: 'c', i: null },
    ],
  ],
  [
    '$project with computed fields',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          st: 1,
          town: '$by.town',
          'x.y': { $cond: [{ $gt: ['$n', 1] }, 'many', 'few'] },
          or: { $ifNull: ['$nowhere', 'x'] },
        },
      },
    ],
    [{ st: 'sent', town: 'Vic', x: { y: 'many' }, or: 'x' }],
  ],
  [
    '$project that leaves out',
    [{ $match: { _id: 1 } }, { $project: { at: 0, by: 0, tags: 0 } }],
    [{ _id: 1, st: 'sent', n: 2 }],
  ],
  [
    'values of different kinds of number are one group',
    [
      { $project: { k: { $cond: [{ $eq: ['$_id', 1] }, new mongo.BSON.Double(7), mongo.BSON.Long.fromNumber(7)] } } },
      { $group: { _id: '$k', n: { $sum: 1 } } },
    ],
    [{ _id: 7, n: 5 }],
  ],
]

describe('a report', () => {
  test.each(rows)('%s', async (_title, pipeline, result) => {
    const collection = database.db.collection<Fields>(`reports_${new ObjectId().toHexString()}`)
    await collection.insertMany(sends.map(send => ({ ...send })))
    expect(await collection.aggregate(pipeline).toArray()).toEqual(result)
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(sends)
  })

  test('hands a long result over in batches', async () => {
    const collection = database.db.collection<{ _id: number }>('long')
    await collection.insertMany(Array.from({ length: 300 }, (_, _id) => ({ _id })))
    expect(await collection.aggregate([{ $match: {} }], { batchSize: 10 }).toArray()).toHaveLength(300)
  })
})
