import { mongo } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

type Note = { _id: number; text?: string; n?: number; tags?: string[] }
let database: TestDatabase
let notes: mongo.Collection<Note>
beforeAll(async () => {
  database = await openTestDatabase()
  notes = database.db.collection('notes')
})
afterAll(() => database.close())
beforeEach(() => notes.deleteMany({}))

const many = (count: number): Note[] => Array.from({ length: count }, (_, n) => ({ _id: n, n: n % 7 }))
const ids = (docs: { _id: number }[]): number[] => docs.map(({ _id }) => _id)

describe('insert', () => {
  test('an unordered list goes on after a duplicate and names each', async () => {
    await notes.insertOne({ _id: 2 })
    const work = notes.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 1 }], { ordered: false })
    const error = await work.catch((reason: unknown) => reason)
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error
    const told = [error.writeErrors].flat().map(({ index, code }) => [index, code])
    expect(told).toEqual([
      [1, 11000],
      [3, 11000],
    ])
    expect(error.insertedCount).toBe(2)
    expect(ids(await notes.find().sort({ _id: 1 }).toArray())).toEqual([1, 2, 3])
  })

  test('an ordered list ends at the first duplicate', async () => {
    const work = notes.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }])
    expect(await refusalCode(work)).toBe(11000)
    expect(await notes.countDocuments()).toBe(1)
  })

  test('a duplicate says the index, its pattern and the value', async () => {
    await notes.insertOne({ _id: 1 })
    const error = await notes.insertOne({ _id: 1 }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } })
    expect(String(error)).toContain(
      `E11000 duplicate key error collection: ${notes.namespace} index: _id_ dup key: { _id: 1 }`,
    )
  })

  test('an _id that is an array is refused', async () => {
    const work = database.db.command({ insert: 'notes', documents: [{ _id: [1] }] })
    expect(await work).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: 53 }] })
  })

  test('a document past 16 MB is refused', async () => {
    const work = notes.insertOne({ _id: 1, text: 'x'.repeat(16 * 1024 * 1024) })
    await expect(work).rejects.toThrow()
    expect(await notes.countDocuments()).toBe(0)
  })

  test('a write that wants no answer is carried out', async () => {
    await notes.insertOne({ _id: 1 }, { writeConcern: { w: 0 } })
    await expect.poll(() => notes.countDocuments()).toBe(1)
  })

  test('a durable majority write is acknowledged', async () => {
    const result = await notes.insertOne({ _id: 1 }, { writeConcern: { w: 'majority', journal: true } })
    expect(result.acknowledged).toBe(true)
  })
})

describe('find', () => {
  test('sorts, skips, limits and projects', async () => {
    await notes.insertMany(many(20))
    const cursor = notes
      .find({ n: { $lt: 3 } }, { projection: { n: 1 } })
      .sort({ n: -1, _id: 1 })
      .skip(2)
      .limit(3)
    expect(await cursor.toArray()).toEqual([
      { _id: 16, n: 2 },
      { _id: 1, n: 1 },
      { _id: 8, n: 1 },
    ])
  })

  test('gives documents in the order of their insertion, also after an update', async () => {
    for (const _id of [3, 1, 2]) await notes.insertOne({ _id })
    await notes.updateOne({ _id: 3 }, { $set: { text: 'a longer text' } })
    expect(ids(await notes.find().toArray())).toEqual([3, 1, 2])
  })

  test('hands a long result over in batches', async () => {
    await notes.insertMany(many(500))
    const cursor = notes.find().batchSize(50)
    expect(ids(await cursor.toArray())).toEqual(ids(many(500)))
  })

  test('a result of many megabytes arrives whole', async () => {
    await notes.insertMany(many(40).map(note => ({ ...note, text: 'x'.repeat(1_000_000) })))
    const lengths = (await notes.find().toArray()).map(({ text }) => text?.length)
    expect(lengths).toEqual(Array(40).fill(1_000_000))
  })

  test('a closed cursor is gone', async () => {
    await notes.insertMany(many(500))
    const cursor = notes.find().batchSize(2)
    await cursor.next()
    const id = cursor.id
    await cursor.close()
    expect(await refusalCode(database.db.command({ getMore: id, collection: 'notes' }))).toBe(43)
  })

  test('a cursor keeps the documents it began with', async () => {
    await notes.insertMany(many(10))
    const cursor = notes.find().batchSize(2)
    await cursor.next()
    await notes.insertOne({ _id: 99 })
    expect((await cursor.toArray()).length).toBeGreaterThanOrEqual(9)
  })

  test('a collection that is not there is empty', async () => {
    expect(await database.db.collection('nowhere').find({ a: 1 }).toArray()).toEqual([])
    expect(await database.db.collection('nowhere').countDocuments()).toBe(0)
  })
})

describe('counting', () => {
  test('count, countDocuments and distinct', async () => {
    await notes.insertMany([...many(10), { _id: 90, tags: ['b', 'a'] }, { _id: 91, tags: ['a'] }])
    expect(await notes.estimatedDocumentCount()).toBe(12)
    expect(await notes.countDocuments({ n: { $gte: 3 } })).toBe(4)
    expect(await notes.countDocuments({}, { skip: 2, limit: 5 })).toBe(5)
    expect(await notes.distinct('tags')).toEqual(['a', 'b'])
    expect(await notes.distinct('n', { _id: { $lt: 3 } })).toEqual([0, 1, 2])
  })
})

describe('update and delete', () => {
  test('updateMany tells what it found and what it changed', async () => {
    await notes.insertMany(many(14))
    const result = await notes.updateMany({ n: { $in: [0, 1] } }, { $set: { n: 1 } })
    expect([result.matchedCount, result.modifiedCount]).toEqual([4, 2])
  })

  test('deleteOne takes the first, deleteMany all', async () => {
    await notes.insertMany(many(14))
    expect((await notes.deleteOne({ n: 3 })).deletedCount).toBe(1)
    expect(ids(await notes.find({ n: 3 }).toArray())).toEqual([10])
    expect((await notes.deleteMany({ n: { $ne: 3 } })).deletedCount).toBe(12)
  })

  test('a bulk of mixed writes', async () => {
    await notes.insertMany(many(3))
    const result = await notes.bulkWrite([
      { insertOne: { document: { _id: 10 } } },
      { updateOne: { filter: { _id: 0, n: 0 }, update: { $inc: { n: 5 } } } },
      { updateOne: { filter: { _id: 1, n: 77 }, update: { $inc: { n: 5 } } } },
      { updateOne: { filter: { _id: 11 }, update: { $set: { n: 1 } }, upsert: true } },
      { updateMany: { filter: { n: { $gte: 1 } }, update: { $set: { text: 'x' } } } },
      { replaceOne: { filter: { _id: 2 }, replacement: { n: 9 } } },
      { deleteOne: { filter: { _id: 10 } } },
    ])
    expect([result.insertedCount, result.matchedCount, result.upsertedCount, result.deletedCount]).toEqual([1, 6, 1, 1])
    expect(result.upsertedIds).toEqual({ 3: 11 })
    expect(await notes.findOne({ _id: 2 })).toEqual({ _id: 2, n: 9 })
  })

  test('a replacement of many is refused', async () => {
    const updates = [{ q: {}, u: { a: 1 }, multi: true }]
    expect(await database.db.command({ update: 'notes', updates })).toMatchObject({
      writeErrors: [{ index: 0, code: 9 }],
    })
  })
})

describe('findOneAndUpdate', () => {
  test('gives the document before or after', async () => {
    await notes.insertOne({ _id: 1, n: 1 })
    expect(await notes.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 })
    const after = { returnDocument: 'after' as const }
    expect(await notes.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, after)).toEqual({ _id: 1, n: 3 })
    expect(await notes.findOneAndUpdate({ _id: 9 }, { $inc: { n: 1 } }, after)).toBe(null)
  })

  test('sorts, projects and upserts', async () => {
    await notes.insertMany(many(10))
    const first = await notes.findOneAndUpdate(
      { n: 2 },
      { $set: { n: 20 } },
      { sort: { _id: -1 }, projection: { _id: 1 } },
    )
    expect(first).toEqual({ _id: 9 })
    const options = { upsert: true, returnDocument: 'after' as const, includeResultMetadata: true }
    const made = await notes.findOneAndUpdate({ _id: 50 }, { $inc: { n: 1 } }, options)
    expect(made).toMatchObject({
      value: { _id: 50, n: 1 },
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 50 },
    })
  })

  test('deletes and replaces', async () => {
    await notes.insertMany(many(3))
    expect(await notes.findOneAndDelete({ n: { $gt: 0 } }, { sort: { n: -1 } })).toEqual({ _id: 2, n: 2 })
    expect(await notes.findOneAndReplace({ _id: 1 }, { text: 'new' }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      text: 'new',
    })
    expect(await notes.countDocuments()).toBe(2)
  })

  test('one of many writers wins each revision', async () => {
    await notes.insertOne({ _id: 1, n: 0 })
    const attempts = Array.from({ length: 20 }, () => notes.findOneAndUpdate({ _id: 1, n: 0 }, { $inc: { n: 1 } }))
    const winners = (await Promise.all(attempts)).filter(found => found !== null)
    expect(winners).toHaveLength(1)
  })
})

describe('collections', () => {
  test('are listed, dropped, and gone', async () => {
    await database.db.createCollection('first')
    const names = (await database.db.listCollections({ name: 'first' }).toArray()).map(({ name }) => name)
    expect(names).toEqual(['first'])
    await database.db.dropCollection('first')
    expect(await database.db.listCollections({ name: 'first' }).toArray()).toEqual([])
    expect(await refusalCode(database.db.collection('first').indexes())).toBe(26)
  })

  test('go with their database', async () => {
    const other = database.client.db(`${database.db.databaseName}_other`)
    await other.collection('a').insertOne({ x: 1 })
    await other.dropDatabase()
    expect(await other.collection('a').countDocuments()).toBe(0)
  })
})
