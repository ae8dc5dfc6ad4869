import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const digest = (content: Buffer): string => createHash('sha256').update(content.toString('base64')).digest('hex')
const read = async (stream: Readable): Promise<string> => digest(await buffer(stream))

test('a file is stored in pieces, read whole or in part, listed, renamed and deleted', async () => {
  const bucket = new mongo.GridFSBucket(database.db, { bucketName: 'media' })
  const content = randomBytes(1_000_003)
  const upload = bucket.openUploadStream('fanal.jpg', { metadata: { contentType: 'image/jpeg' } })
  await pipeline(Readable.from([content.subarray(0, 400_000), content.subarray(400_000)]), upload)

  expect(await read(bucket.openDownloadStream(upload.id))).toBe(digest(content))
  const part = bucket.openDownloadStream(upload.id, { start: 250_000, end: 600_000 })
  expect(await read(part)).toBe(digest(content.subarray(250_000, 600_000)))
  const [file] = await bucket.find({ filename: 'fanal.jpg' }).toArray()
  expect(file).toMatchObject({ length: content.length, metadata: { contentType: 'image/jpeg' } })
  const indexes = await database.db.collection('media.chunks').indexes()
  expect(indexes.find(({ name }) => name === 'files_id_1_n_1')).toMatchObject({ unique: true })

  await bucket.rename(upload.id, 'fanal-nou.jpg')
  expect(await read(bucket.openDownloadStreamByName('fanal-nou.jpg'))).toBe(digest(content))
  await bucket.delete(upload.id)
  expect(await database.db.collection('media.chunks').countDocuments()).toBe(0)
  await expect(buffer(bucket.openDownloadStream(upload.id))).rejects.toThrow(/not found/i)
})
