import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongo } from 'mongoose'
import { expect, test } from 'vitest'
import { startEmbeddedDatabase } from './start.ts'

test('documents go when their time is up, and only dates tell the time', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const { uri, close } = await startEmbeddedDatabase(dataDir, { sweepMillis: 50 })
  const client = await new mongo.MongoClient(uri).connect()
  const tokens = client.db().collection<{ _id: string; at?: unknown; st?: string }>('tokens')
  await tokens.createIndex({ at: 1 }, { expireAfterSeconds: 60, partialFilterExpression: { st: 'used' } })
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
  await tokens.insertMany([
    { _id: 'expired', at: ago(61), st: 'used' },
    { _id: 'one of several dates expired', at: [ago(61), ago(1)], st: 'used' },
    { _id: 'young', at: ago(30), st: 'used' },
    { _id: 'not covered', at: ago(61), st: 'new' },
    { _id: 'no date', at: 'yesterday', st: 'used' },
    { _id: 'missing', st: 'used' },
  ])
  const left = async () => (await tokens.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
  await expect.poll(left).toEqual(['missing', 'no date', 'not covered', 'young'])
  await client.close()
  await close()
  await rm(dataDir, { recursive: true })
})
