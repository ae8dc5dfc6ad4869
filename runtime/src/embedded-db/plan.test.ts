import { describe, expect, test } from 'vitest'
import {
  type Collection,
  createCollection,
  insertDocument,
  type Journal,
  removeDocument,
  replaceDocument,
} from './collection.ts'
import { createIndex, fillIndex } from './indexes.ts'
import { planQuery } from './plan.ts'
import { findDocuments, parseSort } from './query.ts'
import { type Doc, decode, encode } from './values.ts'

let lastSeq = 0
const journal: Journal = { nextSeq: () => ++lastSeq, put: () => undefined, remove: () => undefined }
const typed = (doc: Doc): Doc => decode(encode(doc))

function collectionWith(docs: Doc[], ...keys: Doc[]): Collection {
  const collection = createCollection('test.plan', journal)
  for (const { unique, sparse, partialFilterExpression, ...key } of keys) {
    const options = { unique, sparse, partialFilterExpression }
    const name = Object.keys(key).join('_')
    collection.indexes.push(createIndex(typed({ key, name, ...JSON.parse(JSON.stringify(options)) })))
  }
  for (const doc of docs) insertDocument(collection, typed(doc))
  return collection
}

const inbox = Array.from({ length: 5000 }, (_, n) => ({
  _id: `m${n}`,
  st: n % 50 === 0 ? 'pending' : 'done',
  receivedAt: new Date(1e12 + ((n * 7919) % 5000) * 1000),
  tags: [`t${n % 10}`, `u${n % 3}`],
}))

describe('a query looks only at what its index leaves', () => {
  const large = collectionWith(inbox, { st: 1, receivedAt: 1 }, { receivedAt: -1 }, { tags: 1, receivedAt: 1 })
  const rows: [filter: Doc, sort: Doc, limit: number, index: string, atMost: number][] = [
    [{ _id: 'm77' }, {}, 1, '_id_', 1],
    [{ _id: { $in: ['m1', 'm2', 'm3', 'none'] } }, {}, 10, '_id_', 3],
    [{ _id: { $in: ['m1', 'm2', 'm3'] }, st: 'done' }, { receivedAt: 1 }, 10, '_id_', 3],
    [{ st: 'pending' }, { receivedAt: 1 }, 20, 'st_receivedAt', 20],
    [{ st: 'pending' }, { receivedAt: -1 }, 20, 'st_receivedAt', 20],
    [{ st: { $in: ['pending', 'done'] } }, { receivedAt: 1 }, 20, 'st_receivedAt', 22],
    [{ st: 'pending', receivedAt: { $gte: new Date(1e12 + 4_000_000) } }, {}, 1000, 'st_receivedAt', 30],
    [{ receivedAt: { $gt: new Date(1e12 + 10_000), $lte: new Date(1e12 + 20_000) } }, {}, 1000, 'receivedAt', 10],
    [{}, { receivedAt: -1 }, 5, 'receivedAt', 5],
    [{ $and: [{ st: 'pending' }, { receivedAt: { $lt: new Date(1e12 + 500_000) } }] }, {}, 1000, 'st_receivedAt', 20],
    [{ tags: 't3' }, {}, 1000, 'tags_receivedAt', 500],
  ]
  test.each(rows)('%j sorted by %j', (filter, sort, limit, indexName, atMost) => {
    const plan = planQuery(large, typed(filter), parseSort(typed(sort)), limit)
    let looked = 0
    for (const _stored of plan.candidates) if (++looked >= limit) break
    expect(plan.indexName).toBe(indexName)
    expect(looked).toBeLessThanOrEqual(atMost)
    expect(looked).toBeGreaterThan(0)
  })
})

/** The same numbers every time. */
function createChance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

describe('with or without indexes a query finds the same', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('random documents and queries %i', seed => {
    const chance = createChance(seed * 97)
    const scalar = (): unknown => [null, 0, 1, 2, 3, 'x', 'y', true, new Date(chance(3))][chance(9)]
    const value = (): unknown =>
      [
        scalar,
        scalar,
        () => [scalar(), scalar()],
        () => [],
        () => ({ b: scalar() }),
        () => [{ b: scalar(), c: scalar() }, { b: scalar() }],
      ][chance(6)]?.()
    const doc = (n: number): Doc => {
      const result: Doc = { _id: n }
      if (chance(5) > 0) result.a = value()
      if (chance(5) > 0) result.d = scalar()
      return result
    }
    const condition = (): unknown =>
      [
        scalar,
        () => ({ $gt: scalar() }),
        () => ({ $gte: chance(3), $lt: chance(5) }),
        () => ({ $in: [scalar(), scalar()] }),
        () => ({ $ne: scalar() }),
        () => ({ $exists: chance(2) === 0 }),
        () => ({ $lte: scalar() }),
      ][chance(7)]?.()
    const paths = ['a', 'd', 'a.b', 'a.c', '_id']
    const plain = collectionWith([])
    const indexed = collectionWith(
      [],
      { a: 1 },
      { d: 1, a: -1 },
      { 'a.b': 1, 'a.c': 1 },
      { 'a.b': -1, d: 1 },
      { a: 1, _id: 1 },
      { d: -1, sparse: true },
      { d: 1, _id: 1, partialFilterExpression: { d: { $exists: true } } },
    )
    for (let n = 0; n < 200; n++) {
      const one = doc(n)
      for (const collection of [plain, indexed]) insertDocument(collection, typed(one))
    }
    for (let round = 0; round < 300; round++) {
      if (round % 3 === 0) churn(chance, doc, plain, indexed)
      const filter = typed(Object.fromEntries([0, 1].slice(chance(2)).map(() => [paths[chance(5)]!, condition()])))
      const sort = parseSort(
        typed(
          Object.fromEntries([
            ...[0, 1].slice(chance(3)).map(() => [paths[chance(2)]!, chance(2) * 2 - 1]),
            ['_id', 1],
          ]),
        ),
      )
      const limit = chance(3) === 0 ? 1 + chance(20) : undefined
      const ids = (collection: Collection) =>
        findDocuments(collection, { filter, sort, limit }).map(({ doc }) => doc._id)
      expect({ filter, sort, found: ids(indexed) }).toEqual({ filter, sort, found: ids(plain) })
    }
    for (const index of indexed.indexes) {
      const rebuilt = createIndex(index.spec)
      fillIndex(rebuilt, indexed.documents.values(), 'test.plan')
      expect(index.entries.runs.flat().map(({ key }) => key)).toEqual(rebuilt.entries.runs.flat().map(({ key }) => key))
    }
  })
})

/** Removes one document and replaces another, alike in both collections. */
function churn(chance: (below: number) => number, doc: (n: number) => Doc, ...collections: Collection[]): void {
  const removed = chance(200)
  const replaced = chance(200)
  const replacement = doc(replaced)
  for (const collection of collections) {
    for (const stored of findDocuments(collection, { filter: typed({ _id: removed }) }))
      removeDocument(collection, stored)
    for (const stored of findDocuments(collection, { filter: typed({ _id: replaced }) })) {
      replaceDocument(collection, stored, typed(replacement))
    }
  }
}
