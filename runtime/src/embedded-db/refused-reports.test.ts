import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

type Fields = Record<string, unknown>

const refusals: [title: string, pipeline: Fields[], code: number][] = [
  ['an unknown stage', [{ $fly: {} }], 40324],
  ['a stage with two names', [{ $match: {}, $limit: 1 }], 40323],
  ['an unknown accumulator', [{ $group: { _id: null, n: { $fly: 1 } } }], 15952],
  ['a group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['an unknown expression', [{ $group: { _id: { $fly: 1 } } }], 168],
  ['an unknown letter of a date', [{ $group: { _id: { $dateToString: { format: '%q', date: new Date(0) } } } }], 18536],
  [
    'an unknown time zone',
    [{ $group: { _id: { $dateToString: { format: '%Y', date: new Date(0), timezone: 'Mars/Olympus' } } } }],
    40485,
  ],
  ['a date that is none', [{ $group: { _id: { $dateToString: { format: '%Y', date: 'x' } } } }], 16006],
  ['a limit of nothing', [{ $limit: 0 }], 15958],
  ['a sort by nothing', [{ $sort: {} }], 15976],
  ['unwinding what is no path', [{ $unwind: 'tags' }], 28818],
]

describe('a report is refused for', () => {
  test.each(refusals)('%s', async (_title, pipeline, code) => {
    const collection = database.db.collection<Fields>('refused_reports')
    await collection.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true })
    expect(await refusalCode(collection.aggregate(pipeline).toArray())).toBe(code)
  })
})
