import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongo } from 'mongoose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadDatabase } from './database.ts'
import { startEmbeddedDatabase } from './start.ts'
import { DATA_FILE, openStorage } from './storage.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

type Doc = { _id: number | string; n?: number; text?: string }

async function withDatabase<Result>(use: (db: mongo.Db) => Promise<Result>): Promise<Result> {
  const { uri, close } = await startEmbeddedDatabase(dataDir)
  const client = await new mongo.MongoClient(uri).connect()
  try {
    return await use(client.db())
  } finally {
    await client.close()
    await close()
  }
}

test('documents, their order, indexes and uniqueness survive a restart', async () => {
  await withDatabase(async db => {
    await db.collection<Doc>('things').createIndex({ n: 1 }, { unique: true, name: 'by_n' })
    await db.collection<Doc>('things').insertMany([3, 1, 2].map(n => ({ _id: n, n })))
    await db.collection<Doc>('things').updateOne({ _id: 3 }, { $set: { text: 'changed' } })
    await db.collection<Doc>('things').deleteOne({ _id: 1 })
    await db.createCollection('empty')
    await db.createCollection('dropped')
    await db.dropCollection('dropped')
  })
  await withDatabase(async db => {
    const things = db.collection<Doc>('things')
    expect(await things.find().toArray()).toEqual([
      { _id: 3, n: 3, text: 'changed' },
      { _id: 2, n: 2 },
    ])
    expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'by_n'])
    await expect(things.insertOne({ _id: 9, n: 3 })).rejects.toMatchObject({ code: 11000, keyValue: { n: 3 } })
    await expect(things.insertOne({ _id: 2 })).rejects.toMatchObject({ code: 11000, keyValue: { _id: 2 } })
    const names = (await db.listCollections().toArray()).map(({ name }) => name).sort()
    expect(names).toEqual(['empty', 'things'])
  })
})

test('the data file is for its owner only, and one database at a time', async () => {
  const first = await startEmbeddedDatabase(dataDir)
  expect((await stat(join(dataDir, DATA_FILE))).mode & 0o777).toBe(0o600)
  await expect(startEmbeddedDatabase(dataDir)).rejects.toThrow(/^Another process is using the data file .*MONGODB_URI/)
  const other = startWriters(1)
  let complaints = ''
  other.stderr?.on('data', chunk => {
    complaints += chunk
  })
  expect(await once(other, 'close')).toEqual([1, null])
  expect(complaints).toContain('Another process is using the data file')
  await first.close()
  await first.close()
  const second = await startEmbeddedDatabase(dataDir)
  await second.close()
}, 60_000)

test('a flipped bit anywhere in the file is found at the start, or was in unused space', async () => {
  await withDatabase(async db => {
    const docs = Array.from({ length: 60 }, (_, n) => ({ _id: n, n, text: 'x'.repeat((n * 37) % 400) }))
    await db.collection<Doc>('things').insertMany([...docs, { _id: 'long', text: 'y'.repeat(9000) }])
    await db.collection<Doc>('things').deleteMany({ n: { $gt: 50 } })
  })
  const sound = await readFile(join(dataDir, DATA_FILE))
  const expected = contentOf(dataDir)
  let refused = 0
  for (let at = 5; at < sound.length; at += 151) {
    const damagedDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
    await writeFile(join(damagedDir, DATA_FILE), flipped(sound, at))
    const content = contentOf(damagedDir)
    if (content.startsWith('refused')) {
      expect(content).toMatch(/is damaged .* Restore it from a backup\./)
      refused++
    } else {
      expect(content).toBe(expected)
    }
    await rm(damagedDir, { recursive: true })
  }
  expect(refused).toBeGreaterThan(50)
})

function flipped(bytes: Iterable<number>, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
  return copy
}

function contentOf(dir: string): string {
  try {
    const storage = openStorage(dir)
    const { collections } = loadDatabase(storage)
    storage.close()
    return JSON.stringify(
      [...collections.values()].map(({ namespace, documents }) => [namespace, ...documents.values()]),
    )
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : error}`
  }
}

function startWriters(round: number): ChildProcess {
  const script = fileURLToPath(new URL('./crash-writers.ts', import.meta.url))
  const env = { ...process.env, TMPDIR: dataDir } // what it cannot tidy up goes with the data
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, dataDir, String(round)], { env })
}

/** Starts the writers, kills them after so many acknowledgements, and gives the last one of each record. */
async function killWriters(round: number, acknowledgements: number): Promise<Map<string, number>> {
  const child = startWriters(round)
  let told = ''
  let complaints = ''
  child.stdout?.on('data', chunk => {
    told += chunk
    if (told.split('\n').length > acknowledgements) child.kill('SIGKILL')
  })
  child.stderr?.on('data', chunk => {
    complaints += chunk
  })
  const [, signal] = await once(child, 'close')
  expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: '' })
  const lines = told.split('\n').slice(0, -1)
  return new Map(lines.map(line => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ')))]))
}

test('kill -9 under sixteen writers loses no acknowledged write, and leaves no lock behind', async () => {
  const acknowledged = new Map<string, number>()
  for (const round of [1, 2, 3]) {
    for (const [id, n] of await killWriters(round, 300 * round)) acknowledged.set(id, n)
    const stored = await withDatabase(async db => db.collection<Doc>('records').find().toArray())
    const found = new Map(stored.map(({ _id, n = -1 }) => [_id, n]))
    const lost = [...acknowledged].filter(([id, n]) => (found.get(id) ?? -1) < n)
    console.log(`round ${round}: ${acknowledged.size} records acknowledged, ${found.size} found, ${lost.length} lost`)
    expect(lost).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(100 * round)
  }
}, 60_000)

test('a log damaged after a crash is refused, not cut short', async () => {
  await killWriters(1, 300)
  const log = join(dataDir, `${DATA_FILE}-wal`)
  const sound = await readFile(log)
  await copyFile(log, `${log}.sound`)
  for (const at of [2, 20, 60, 4200, Math.floor(sound.length / 3)]) {
    await writeFile(log, flipped(sound, at))
    await expect(startEmbeddedDatabase(dataDir)).rejects.toThrow(/is damaged/)
  }
  await copyFile(`${log}.sound`, log)
  const count = await withDatabase(db => db.collection('records').countDocuments())
  expect(count).toBeGreaterThan(10)
}, 60_000)
