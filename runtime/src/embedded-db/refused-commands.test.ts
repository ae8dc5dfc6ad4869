import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, refusalCode, type TestDatabase } from './test-database.ts'

type Note = { _id: number; text?: string; n?: number; tags?: string[] }
let database: TestDatabase
let notes: mongo.Collection<Note>
beforeAll(async () => {
  database = await openTestDatabase()
  notes = database.db.collection('notes')
})
afterAll(() => database.close())

describe('what is not spoken', () => {
  const refused: [title: string, command: Record<string, unknown>, code: number][] = [
    ['an unknown command', { fly: 1 }, 59],
    ['an unknown field of a command', { find: 'notes', wings: 1 }, 40415],
    ['a negative limit', { find: 'notes', limit: -5 }, 51024],
    ['a sort in no direction', { find: 'notes', sort: { a: 5 } }, 15975],
    ['a filter that is no document', { find: 'notes', filter: 1 }, 14],
    ['taking and leaving fields at once', { find: 'notes', projection: { a: 1, b: 0 } }, 31254],
    ['a field and one inside it', { find: 'notes', projection: { a: 1, 'a.b': 1 } }, 31249],
    ['an unknown cursor', { getMore: mongo.BSON.Long.fromNumber(12345), collection: 'notes' }, 43],
    ['neither update nor remove', { findAndModify: 'notes', query: {} }, 9],
    ['update and remove', { findAndModify: 'notes', query: {}, update: {}, remove: true }, 9],
  ]
  test.each(refused)('%s', async (_title, command, code) => {
    expect(await refusalCode(database.db.command(command))).toBe(code)
  })

  test.skipIf(process.env.MONGODB_URI)('a transaction and a change stream, as on any standalone', async () => {
    const session = database.client.startSession()
    const work = session.withTransaction(() => notes.insertOne({ _id: 1 }, { session }), { timeoutMS: 2000 })
    await expect(work).rejects.toThrow(/does not support/)
    await session.endSession()
    expect(await refusalCode(notes.watch().next())).toBe(40573)
  })
})
