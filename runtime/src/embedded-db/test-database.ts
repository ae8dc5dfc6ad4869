import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongo } from 'mongoose'
import { startEmbeddedDatabase } from './start.ts'

export type TestDatabase = { db: mongo.Db; client: mongo.MongoClient; uri: string; close(): Promise<void> }

/** A fresh database for one test file: the embedded one, or one of its own on the server that MONGODB_URI names. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const given = process.env.MONGODB_URI
  if (given) {
    const client = await new mongo.MongoClient(given).connect()
    const db = client.db(`pregoner_test_${new mongo.ObjectId().toHexString()}`)
    const close = async () => {
      await db.dropDatabase()
      await client.close()
    }
    return { db, client, uri: given, close }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const { uri, close: stop } = await startEmbeddedDatabase(dataDir)
  const client = await new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000 }).connect()
  const close = async () => {
    await client.close()
    await stop()
    await rm(dataDir, { recursive: true })
  }
  return { db: client.db(), client, uri, close }
}

/** The code a server refuses something with; fails when it does not refuse. */
export async function refusalCode(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    if (error instanceof mongo.MongoServerError) return error.code
    throw error
  }
  throw new Error('it was not refused')
}

/** The `_id`s a filter finds among documents, in their order: once by looking at all, once with indexes to use. */
export async function idsFound(db: mongo.Db, docs: mongo.Document[], filter: mongo.Document): Promise<unknown[][]> {
  const collection = db.collection(`found_${new mongo.ObjectId().toHexString()}`)
  await collection.insertMany(docs)
  const find = async () => (await collection.find(filter).sort({ _id: 1 }).toArray()).map((doc): unknown => doc._id)
  const withoutIndex = await find()
  await collection.createIndexes([{ key: { a: 1 } }, { key: { 'a.b': -1 } }])
  return [withoutIndex, await find()]
}
