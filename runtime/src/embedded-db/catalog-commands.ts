import { databaseOf, docArgument, docsArgument, flagArgument, namespaceOf } from './arguments.ts'
import { type Collection, idIndexSpec } from './collection.ts'
import type { Command } from './commands.ts'
import { compare } from './compare.ts'
import { openCursor } from './cursors.ts'
import { addIndex, type Database, dropCollection, ensureCollection, findCollection, removeIndexes } from './database.ts'
import { CommandError } from './errors.ts'
import { createIndex, type Index } from './indexes.ts'
import { compileFilter } from './match.ts'
import { type Doc, isDoc, show } from './values.ts'

function existing(database: Database, namespace: string, message: string): Collection {
  const collection = findCollection(database, namespace)
  if (collection) return collection
  throw new CommandError(26, `${message} ${namespace}`.trim())
}

const create: Command = {
  fields: [],
  run(command, { database }) {
    const namespace = namespaceOf(command)
    if (findCollection(database, namespace)) throw new CommandError(48, `Collection ${namespace} already exists.`)
    ensureCollection(database, namespace)
    return { ok: 1 }
  },
}

const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum'],
  run(command, { database }) {
    const namespace = namespaceOf(command)
    const specs = docsArgument(command, 'indexes')
    const wanted = specs.map(({ key, name, ...options }) => createIndex({ v: idIndexSpec.v, key, name, ...options }))
    const createdCollectionAutomatically = !findCollection(database, namespace)
    const collection = ensureCollection(database, namespace)
    const numIndexesBefore = collection.indexes.length
    for (const index of wanted.filter(index => !isThere(collection, index))) addIndex(database, collection, index)
    const numIndexesAfter = collection.indexes.length
    const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}
    return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 }
  },
}

/** Says whether the very same index exists; throws when another one has its name or its keys. */
function isThere(collection: Collection, wanted: Index): boolean {
  const same = collection.indexes.find(index => compare(index.spec.key, wanted.spec.key) === 0)
  const isSameKind = same !== undefined && hasSameOptions(same, wanted)
  if (same?.name === '_id_') return true
  if (same && isSameKind && same.name === wanted.name) return true
  const named = collection.indexes.find(index => index.name === wanted.name)
  if (named) {
    const message =
      'An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts.'
    throw new CommandError(86, `${message} Requested index: ${show(wanted.spec)}, existing index: ${show(named.spec)}`)
  }
  if (same && isSameKind) throw new CommandError(85, `Index already exists with a different name: ${same.name}`)
  return false
}

function hasSameOptions(one: Index, other: Index): boolean {
  return (
    one.isUnique === other.isUnique &&
    one.isSparse === other.isSparse &&
    one.expireAfterSeconds === other.expireAfterSeconds &&
    compare(one.partialFilter, other.partialFilter) === 0
  )
}

const listIndexes: Command = {
  fields: ['cursor'],
  run(command, { database, cursors }) {
    const namespace = namespaceOf(command)
    const { indexes } = existing(database, namespace, 'ns does not exist:')
    return {
      cursor: openCursor(
        cursors,
        namespace,
        indexes.map(({ spec }) => spec),
        Infinity,
      ),
      ok: 1,
    }
  },
}

const dropIndexes: Command = {
  fields: ['index'],
  run(command, { database }) {
    const collection = existing(database, namespaceOf(command), 'ns not found')
    const nIndexesWas = collection.indexes.length
    removeIndexes(database, collection, chosenIndexes(collection, command.index))
    return { nIndexesWas, ok: 1 }
  },
}

function chosenIndexes(collection: Collection, choice: unknown): string[] {
  if (choice === '*') return collection.indexes.slice(1).map(({ name }) => name)
  return (Array.isArray(choice) ? choice : [choice]).map(one => {
    const found = collection.indexes.find(({ name, spec }) =>
      isDoc(one) ? compare(spec.key, one) === 0 : name === one,
    )
    if (!found) throw new CommandError(27, `index not found with name [${show(one)}]`)
    if (found.name === '_id_') throw new CommandError(72, 'cannot drop _id index')
    return found.name
  })
}

const drop: Command = {
  fields: [],
  run(command, { database }) {
    const namespace = namespaceOf(command)
    const collection = findCollection(database, namespace)
    if (!collection) return { ok: 1 } // as MongoDB does from 7.0 on
    dropCollection(database, collection)
    return { ns: namespace, nIndexesWas: collection.indexes.length, ok: 1 }
  },
}

const collectionsOf = (database: Database, name: string): Collection[] =>
  [...database.collections.values()].filter(({ namespace }) => namespace.startsWith(`${name}.`))

const dropDatabase: Command = {
  fields: [],
  run(command, { database }) {
    const name = databaseOf(command)
    for (const collection of collectionsOf(database, name)) dropCollection(database, collection)
    return { dropped: name, ok: 1 }
  },
}

const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(command, { database, cursors }) {
    const name = databaseOf(command)
    const isShort = flagArgument(command, 'nameOnly')
    const matches = compileFilter(docArgument(command, 'filter'))
    const docs = collectionsOf(database, name)
      .map(({ namespace }) => collectionInfo(namespace.slice(name.length + 1), isShort))
      .filter(info => matches(info))
    return { cursor: openCursor(cursors, `${name}.$cmd.listCollections`, docs), ok: 1 }
  },
}

function collectionInfo(name: string, isShort: boolean): Doc {
  const info = { name, type: 'collection' }
  return isShort ? info : { ...info, options: {}, info: { readOnly: false }, idIndex: idIndexSpec }
}

const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run(_command, { database }) {
    const names = new Set([...database.collections.keys()].map(namespace => namespace.split('.')[0]))
    return { databases: [...names].sort().map(name => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0, ok: 1 }
  },
}

/** Commands about collections and indexes rather than documents. */
export const catalogCommands: Record<string, Command> = {
  create,
  createIndexes,
  listIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
}
