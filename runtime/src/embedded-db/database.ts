import { Int32 } from 'bson'
import { type Collection, createCollection, type Journal } from './collection.ts'
import { CommandError } from './errors.ts'
import { createIndex, fillIndex, type Index } from './indexes.ts'
import type { Storage } from './storage.ts'
import { type Doc, decode, encode, isDoc } from './values.ts'

/** Where the list of collections and their indexes is kept, beside the documents. */
const CATALOG = '$catalog'

/** Every collection in memory, written through to `storage`. */
export type Database = {
  collections: Map<string, Collection>
  /** The catalog's row of each collection. */
  catalogRows: Map<string, number>
  storage: Storage
  journal: Journal
}

/** Reads the whole data file; throws when a row does not pass its checksum. */
export function loadDatabase(storage: Storage): Database {
  let lastSeq = 0
  const journal: Journal = {
    nextSeq: () => ++lastSeq,
    put: storage.put,
    remove: storage.remove,
  }
  const database: Database = { collections: new Map(), catalogRows: new Map(), storage, journal }
  const specs = new Map<string, Doc[]>()
  for (const { seq, namespace, bytes } of storage.rows()) {
    lastSeq = Math.max(lastSeq, seq)
    const doc = decode(bytes)
    if (namespace === CATALOG) readCatalogRow(database, specs, seq, doc)
    else loadedCollection(database, namespace).documents.set(seq, { seq, doc })
  }
  for (const collection of database.collections.values()) {
    const known = specs.get(collection.namespace)
    if (!known) throw new Error(`The data file is damaged: the catalog lacks ${collection.namespace}.`)
    for (const spec of known) collection.indexes.push(createIndex(spec))
    for (const index of collection.indexes) fillIndex(index, collection.documents.values(), collection.namespace)
  }
  return database
}

function readCatalogRow(database: Database, specs: Map<string, Doc[]>, seq: number, row: Doc): void {
  const namespace = String(row._id)
  database.catalogRows.set(namespace, seq)
  specs.set(namespace, Array.isArray(row.indexes) ? row.indexes.filter(isDoc) : [])
  loadedCollection(database, namespace)
}

function loadedCollection(database: Database, namespace: string): Collection {
  const known = database.collections.get(namespace)
  if (known) return known
  const collection = createCollection(namespace, database.journal)
  database.collections.set(namespace, collection)
  return collection
}

export const findCollection = (database: Database, namespace: string): Collection | undefined =>
  database.collections.get(namespace)

/** The collection, created when it is not there yet. */
export function ensureCollection(database: Database, namespace: string): Collection {
  const known = database.collections.get(namespace)
  if (known) return known
  const [name, ...collectionName] = namespace.split('.')
  if (!name || collectionName.join('.') === '' || /[\0$]/.test(namespace)) {
    throw new CommandError(73, `Invalid namespace specified '${namespace}'`)
  }
  const collection = createCollection(namespace, database.journal)
  database.collections.set(namespace, collection)
  saveCatalogRow(database, collection)
  return collection
}

/** Adds an index over the documents that are there; throws E11000 when they do not allow it. */
export function addIndex(database: Database, collection: Collection, index: Index): void {
  fillIndex(index, collection.documents.values(), collection.namespace)
  collection.indexes.push(index)
  saveCatalogRow(database, collection)
}

export function removeIndexes(database: Database, collection: Collection, names: string[]): void {
  collection.indexes = collection.indexes.filter(index => !names.includes(index.name))
  saveCatalogRow(database, collection)
}

export function dropCollection(database: Database, collection: Collection): void {
  for (const seq of collection.documents.keys()) database.journal.remove(seq)
  const row = database.catalogRows.get(collection.namespace)
  if (row !== undefined) database.journal.remove(row)
  database.catalogRows.delete(collection.namespace)
  database.collections.delete(collection.namespace)
}

function saveCatalogRow(database: Database, { namespace, indexes, journal }: Collection): void {
  const seq = database.catalogRows.get(namespace) ?? journal.nextSeq()
  database.catalogRows.set(namespace, seq)
  const specs = indexes.slice(1).map(index => index.spec)
  journal.put(seq, CATALOG, encode({ _id: namespace, version: new Int32(1), indexes: specs }))
}

export function countDocuments(database: Database): number {
  let count = 0
  for (const { documents } of database.collections.values()) count += documents.size
  return count
}
