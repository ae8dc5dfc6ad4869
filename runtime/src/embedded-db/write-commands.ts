import { docArgument, docsArgument, flagArgument, namespaceOf } from './arguments.ts'
import { type Collection, insertDocument, removeDocument, replaceDocument } from './collection.ts'
import type { Command } from './commands.ts'
import { ensureCollection, findCollection } from './database.ts'
import { CommandError } from './errors.ts'
import type { Stored } from './indexes.ts'
import { compileFilter, type MatchFound } from './match.ts'
import { findDocuments, type Query } from './query.ts'
import { compileUpdate, type Update } from './update.ts'
import type { Positions } from './update-paths.ts'
import { docFromFilter } from './upsert.ts'
import { type Doc, isNumber, toNumber, withIdFirst } from './values.ts'

/** Carries out a list of writes; one that fails is told in `writeErrors`, and ends the list when it is ordered. */
function writeAll(command: Doc, name: string, write: (item: Doc, index: number) => void): Doc[] {
  const writeErrors: Doc[] = []
  for (const [index, item] of docsArgument(command, name).entries()) {
    try {
      write(item, index)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      writeErrors.push({ index, code: error.code, ...error.details, errmsg: error.message })
      if (flagArgument(command, 'ordered', true)) break
    }
  }
  return writeErrors
}

const withErrors = (reply: Doc, writeErrors: Doc[]): Doc =>
  writeErrors.length === 0 ? { ...reply, ok: 1 } : { ...reply, writeErrors, ok: 1 }

const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(command, { database }) {
    const collection = ensureCollection(database, namespaceOf(command))
    let n = 0
    const writeErrors = writeAll(command, 'documents', doc => {
      insertDocument(collection, withIdFirst(doc))
      n++
    })
    return withErrors({ n }, writeErrors)
  },
}

const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  run(command, { database }) {
    const namespace = namespaceOf(command)
    const reply = { n: 0, nModified: 0 }
    const upserted: Doc[] = []
    const writeErrors = writeAll(command, 'updates', (item, index) => {
      refuseUnknown(item, ['q', 'u', 'upsert', 'multi', 'arrayFilters', 'hint'])
      const change = readUpdate(docArgument(item, 'q'), item.u, docsArgument(item, 'arrayFilters'))
      const isMulti = flagArgument(item, 'multi')
      if (isMulti && change.update.isReplacement) {
        throw new CommandError(9, 'multi update is not supported for replacement-style update')
      }
      const collection = findCollection(database, namespace)
      const found = collection ? findDocuments(collection, { ...change.query, limit: isMulti ? undefined : 1 }) : []
      for (const stored of found) {
        const isModified = collection && updateStored(collection, stored, change)
        reply.n++
        if (isModified) reply.nModified++
      }
      if (found.length > 0 || !flagArgument(item, 'upsert')) return
      const { doc } = upsert(ensureCollection(database, namespace), change)
      reply.n++
      upserted.push({ index, _id: doc._id })
    })
    return withErrors(upserted.length > 0 ? { ...reply, upserted } : reply, writeErrors)
  },
}

const remove: Command = {
  fields: ['deletes', 'ordered'],
  run(command, { database }) {
    const collection = findCollection(database, namespaceOf(command))
    let n = 0
    const writeErrors = writeAll(command, 'deletes', item => {
      refuseUnknown(item, ['q', 'limit', 'hint'])
      const filter = docArgument(item, 'q')
      const matches = compileFilter(filter)
      const limit = isNumber(item.limit) && toNumber(item.limit) === 1 ? 1 : undefined
      for (const stored of collection ? findDocuments(collection, { filter, matches, limit }) : []) {
        if (collection) removeDocument(collection, stored)
        n++
      }
    })
    return withErrors({ n }, writeErrors)
  },
}

function refuseUnknown(item: Doc, known: string[]): void {
  const unknown = Object.keys(item).find(name => !known.includes(name))
  if (unknown) throw new CommandError(40415, `BSON field '${unknown}' is an unknown field.`)
}

/** A filter and an update that were read together, ready to be carried out. */
export type PreparedUpdate = { query: Query; update: Update; arrayFilters: Positions['arrayFilters'] }

export function readUpdate(filter: Doc, update: unknown, arrayFilters: Doc[]): PreparedUpdate {
  const compiled = compileUpdate(update)
  return {
    query: { filter, matches: compileFilter(filter) },
    update: compiled,
    arrayFilters: compileArrayFilters(arrayFilters, compiled.filterNames),
  }
}

function compileArrayFilters(filters: Doc[], used: string[]): Positions['arrayFilters'] {
  const compiled: Positions['arrayFilters'] = new Map()
  for (const filter of filters) {
    const [name, ...others] = new Set(filteredNames(filter))
    if (name === undefined)
      throw new CommandError(9, 'Cannot use an expression without a top-level field name in arrayFilters')
    if (others.length > 0) {
      throw new CommandError(
        9,
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${others[0]}'`,
      )
    }
    if (compiled.has(name))
      throw new CommandError(9, `Found multiple array filters with the same top-level field name ${name}`)
    if (!used.includes(name))
      throw new CommandError(9, `The array filter for identifier '${name}' was not used in the update`)
    const matches = compileFilter(filter)
    compiled.set(name, element => matches({ [name]: element }))
  }
  const missing = used.find(name => !compiled.has(name))
  if (missing) throw new CommandError(2, `No array filter found for identifier '${missing}'`)
  return compiled
}

function filteredNames(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (!name.startsWith('$')) return [name.split('.')[0]!]
    return Array.isArray(condition) ? condition.flatMap(filteredNames) : []
  })
}

/** Updates one document that the query found; says whether it changed. */
export function updateStored(
  collection: Collection,
  stored: Stored,
  { query, update, arrayFilters }: PreparedUpdate,
): boolean {
  const found: MatchFound = {}
  query.matches?.(stored.doc, found)
  return replaceDocument(collection, stored, update.apply(stored.doc, { found, arrayFilters }))
}

/** Inserts what an update that found nothing makes of its filter. */
export function upsert(collection: Collection, { query, update, arrayFilters }: PreparedUpdate): Stored {
  const doc = update.apply(docFromFilter(query.filter), { found: {}, arrayFilters }, true)
  return insertDocument(collection, withIdFirst(doc))
}

/** Commands that write. */
export const writeCommands: Record<string, Command> = { insert, update, delete: remove }
