import { Int32 } from 'bson'
import { CommandError } from './errors.ts'
import { compareDirected } from './index-keys.ts'
import {
  addEntries,
  createIndex,
  type Entry,
  entriesOf,
  type Index,
  refuseDuplicates,
  removeEntries,
  type Stored,
} from './indexes.ts'
import { type Doc, encode, isIdentical, typeName } from './values.ts'

/** Where a collection writes its documents through to. */
export type Journal = {
  nextSeq(): number
  put(seq: number, namespace: string, bytes: Uint8Array): void
  remove(seq: number): void
}

/** Documents in order of insertion, and their indexes, of which `_id` is the first. */
export type Collection = {
  namespace: string
  documents: Map<number, Stored>
  indexes: Index[]
  journal: Journal
}

export const idIndexSpec: Doc = { v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' }

export const createCollection = (namespace: string, journal: Journal): Collection => ({
  namespace,
  documents: new Map(),
  indexes: [{ ...createIndex(idIndexSpec), isUnique: true }],
  journal,
})

/** Stores a new document, which must have its `_id` in front; throws E11000 and then has changed nothing. */
export function insertDocument(collection: Collection, doc: Doc): Stored {
  refuseBadId(doc._id)
  const bytes = encode(doc)
  const stored: Stored = { seq: collection.journal.nextSeq(), doc }
  const additions = collection.indexes.map(index => {
    const entries = entriesOf(index, stored, doc)
    refuseDuplicates(index, entries, collection.namespace)
    return { index, entries }
  })
  for (const { index, entries } of additions) addEntries(index, entries)
  collection.documents.set(stored.seq, stored)
  collection.journal.put(stored.seq, collection.namespace, bytes)
  return stored
}

/** Replaces a document; says whether anything changed. Throws E11000 and then has changed nothing. */
export function replaceDocument(collection: Collection, stored: Stored, doc: Doc): boolean {
  if (isIdentical(stored.doc, doc)) return false
  const bytes = encode(doc)
  const moves = collection.indexes.flatMap(index => {
    const before = entriesOf(index, stored, stored.doc)
    const after = entriesOf(index, stored, doc)
    if (haveSameKeys(index, before, after)) return []
    refuseDuplicates(index, after, collection.namespace)
    return [{ index, before, after }]
  })
  for (const { index, before, after } of moves) {
    removeEntries(index, before)
    addEntries(index, after)
  }
  stored.doc = doc
  collection.journal.put(stored.seq, collection.namespace, bytes)
  return true
}

const haveSameKeys = (index: Index, before: Entry[], after: Entry[]): boolean =>
  before.length === after.length &&
  before.every(({ key }, at) => compareDirected(key, after[at]!.key, index.fields) === 0)

export function removeDocument(collection: Collection, stored: Stored): void {
  for (const index of collection.indexes) removeEntries(index, entriesOf(index, stored, stored.doc))
  collection.documents.delete(stored.seq)
  collection.journal.remove(stored.seq)
}

function refuseBadId(id: unknown): void {
  const type = typeName(id)
  if (type === 'array' || type === 'regex' || type === 'missing') {
    throw new CommandError(53, `The '_id' value cannot be of type ${type}`)
  }
}
