import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

const schema = new mongoose.Schema(
  {
    code: { type: String, required: true, unique: true },
    department: { type: mongoose.Schema.Types.ObjectId, index: true },
    rev: { type: Number, default: 0 },
    notes: [{ text: String, at: Date }],
    place: { street: String, number: Number },
  },
  { timestamps: true, strictQuery: 'throw', optimisticConcurrency: true },
)

let database: TestDatabase
let connection: mongoose.Connection
let Incident: mongoose.Model<mongoose.InferSchemaType<typeof schema>>
beforeAll(async () => {
  database = await openTestDatabase()
  connection = await mongoose
    .createConnection(database.uri, {
      dbName: database.db.databaseName,
      autoIndex: false,
      bufferCommands: false,
      w: 'majority',
      journal: true,
      readConcernLevel: 'majority',
      retryWrites: true,
    })
    .asPromise()
  Incident = connection.model('Incident', schema)
  await Incident.createIndexes()
})
afterAll(async () => {
  await connection.close()
  await database.close()
})

test('a document is saved with its defaults, casts and timestamps', async () => {
  const made = await Incident.create({ code: 'A-1', place: { street: 'Major', number: 3 }, notes: [{ text: 'x' }] })
  const found = await Incident.findById(made._id).lean()
  expect(found).toMatchObject({ code: 'A-1', rev: 0, place: { street: 'Major', number: 3 }, __v: 0 })
  expect(found?.createdAt).toBeInstanceOf(Date)
  expect(String(found?.notes[0]?._id)).toBe(String(made.notes[0]?._id))
})

test('a unique index refuses the second, and the indexes are those of the schema', async () => {
  await Incident.create({ code: 'B-1' })
  await expect(Incident.create({ code: 'B-1' })).rejects.toMatchObject({ code: 11000, keyValue: { code: 'B-1' } })
  expect(await Incident.diffIndexes()).toEqual({ toDrop: [], toCreate: [] })
})

test('compare and set by revision lets one of many writers through', async () => {
  await Incident.create({ code: 'C-1' })
  const attempt = () =>
    Incident.findOneAndUpdate({ code: 'C-1', rev: 0 }, { $inc: { rev: 1 } }, { returnDocument: 'after' }).lean()
  const winners = (await Promise.all(Array.from({ length: 10 }, attempt))).filter(found => found !== null)
  expect(winners.map(found => found.rev)).toEqual([1])
})

test('insert if absent tells created from existing', async () => {
  const insert = () => Incident.updateOne({ code: 'D-1' }, { $setOnInsert: { rev: 7 } }, { upsert: true })
  expect((await insert()).upsertedCount).toBe(1)
  expect((await insert()).upsertedCount).toBe(0)
  expect(await Incident.findOne({ code: 'D-1' }).lean()).toMatchObject({ rev: 7, __v: 0 })
})

test('saving a changed document pushes, unsets and refuses a stale version', async () => {
  const made = await Incident.create({ code: 'E-1', place: { street: 'Nou' } })
  const stale = await Incident.findOne({ code: 'E-1' })
  made.notes.push({ text: 'first' })
  made.set('place.street', undefined)
  await made.save()
  expect(await Incident.findOne({ code: 'E-1' }).lean()).toMatchObject({ notes: [{ text: 'first' }], __v: 1 })
  stale?.set('rev', 5)
  await expect(stale?.save()).rejects.toThrow(mongoose.Error.VersionError)
})

test('bulkWrite and insertMany carry out what they can', async () => {
  const result = await Incident.bulkWrite([
    { insertOne: { document: { code: 'F-1' } } },
    { updateOne: { filter: { code: 'F-1', rev: 0 }, update: { $inc: { rev: 1 } } } },
    { updateOne: { filter: { code: 'F-2' }, update: { $set: { rev: 3 } }, upsert: true } },
  ])
  expect([result.insertedCount, result.modifiedCount, result.upsertedCount]).toEqual([1, 1, 1])
  const docs = [{ code: 'F-1' }, { code: 'F-3' }]
  await expect(Incident.insertMany(docs, { ordered: false })).rejects.toMatchObject({ code: 11000 })
  expect(await Incident.countDocuments({ code: /^F-/ })).toBe(3)
})

test('a query by an unknown field is refused, and cursors stream', async () => {
  await expect(Incident.find({ typo: 1 })).rejects.toThrow(mongoose.Error.StrictModeError)
  const codes: string[] = []
  for await (const { code } of Incident.find({ code: /^F-/ }).sort({ code: -1 }).cursor()) codes.push(code)
  expect(codes).toEqual(['F-3', 'F-2', 'F-1'])
})
