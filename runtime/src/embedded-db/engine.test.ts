import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEngine, type Engine } from './engine.ts'
import { commitFailure } from './server.ts'
import { openStorage, type Storage } from './storage.ts'
import { type Doc, decode, encode } from './values.ts'

let dataDir: string
let storage: Storage
let engine: Engine
const warnings: string[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  storage = openStorage(dataDir)
  warnings.length = 0
})
afterEach(async () => {
  storage.close()
  await rm(dataDir, { recursive: true })
})

const run = (command: Doc): Doc => decode(encode(engine.run(decode(encode({ ...command, $db: 'test' })))))
const found = (): unknown => run({ find: 'c', sort: { _id: 1 } }).cursor

test('when the file cannot be written nobody is told of success, and nothing unwritten is served', () => {
  let isFull = false
  const failing: Storage = {
    ...storage,
    commit() {
      if (isFull) throw new Error('disk full')
      storage.commit()
    },
  }
  engine = createEngine(failing, text => warnings.push(text))
  run({ createIndexes: 'c', indexes: [{ key: { n: 1 }, name: 'n', unique: true }] })
  run({ insert: 'c', documents: [{ _id: 'kept', n: 1 }] })
  expect(commitFailure(engine)).toBeUndefined()
  isFull = true
  run({ insert: 'c', documents: [{ _id: 'lost', n: 2 }] })
  run({ update: 'c', updates: [{ q: { _id: 'kept' }, u: { $set: { n: 3 } } }] })
  expect(commitFailure(engine)).toMatchObject({ ok: 0, code: 14031 })
  expect(warnings).toHaveLength(1)
  isFull = false
  expect(found()).toMatchObject({ firstBatch: [{ _id: 'kept' }] })
  run({ insert: 'c', documents: [{ _id: 'later', n: 2 }] })
  expect(commitFailure(engine)).toBeUndefined()
  expect(found()).toMatchObject({ firstBatch: [{ _id: 'kept' }, { _id: 'later' }] })
})

test('more than a hundred thousand documents are warned about once, with the way out', () => {
  engine = createEngine(storage, text => warnings.push(text))
  const documents = Array.from({ length: 100_001 }, (_, _id) => ({ _id }))
  run({ insert: 'c', documents: documents.slice(1) })
  engine.sweep(new Date())
  expect(warnings).toEqual([])
  run({ insert: 'c', documents: documents.slice(0, 1) })
  engine.sweep(new Date())
  engine.sweep(new Date())
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(/100001 documents.*MONGODB_URI/)
})
