import { docArgument, docsArgument, flagArgument, namespaceOf } from './arguments.ts'
import { removeDocument } from './collection.ts'
import type { Command } from './commands.ts'
import { ensureCollection, findCollection } from './database.ts'
import { CommandError } from './errors.ts'
import { compileFilter } from './match.ts'
import { compileProjection } from './project.ts'
import { findDocuments, parseSort } from './query.ts'
import { readUpdate, updateStored, upsert } from './write-commands.ts'

const findAndModify: Command = {
  fields: [
    ...['query', 'sort', 'remove', 'update', 'new', 'upsert', 'fields', 'arrayFilters', 'hint'],
    ...['bypassDocumentValidation'],
  ],
  run(command, { database }) {
    if (flagArgument(command, 'remove')) return removeOne(command, database)
    if (command.update === undefined) throw new CommandError(9, 'Either an update or remove=true must be specified')
    const change = readUpdate(docArgument(command, 'query'), command.update, docsArgument(command, 'arrayFilters'))
    const project = compileProjection(docArgument(command, 'fields'))
    const sort = parseSort(docArgument(command, 'sort'))
    const isNew = flagArgument(command, 'new')
    const namespace = namespaceOf(command)
    const collection = findCollection(database, namespace)
    const [stored] = collection ? findDocuments(collection, { ...change.query, sort, limit: 1 }) : []
    if (collection && stored) {
      const before = stored.doc
      updateStored(collection, stored, change)
      const value = project(isNew ? stored.doc : before)
      return { lastErrorObject: { n: 1, updatedExisting: true }, value, ok: 1 }
    }
    if (!flagArgument(command, 'upsert')) {
      return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 }
    }
    const { doc } = upsert(ensureCollection(database, namespace), change)
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: doc._id }
    return { lastErrorObject, value: isNew ? project(doc) : null, ok: 1 }
  },
}

function removeOne(command: Parameters<Command['run']>[0], database: Parameters<Command['run']>[1]['database']) {
  if (command.update !== undefined) throw new CommandError(9, 'Cannot specify both an update and remove=true')
  if (flagArgument(command, 'new')) {
    throw new CommandError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    )
  }
  const filter = docArgument(command, 'query')
  const matches = compileFilter(filter)
  const sort = parseSort(docArgument(command, 'sort'))
  const project = compileProjection(docArgument(command, 'fields'))
  const collection = findCollection(database, namespaceOf(command))
  const [stored] = collection ? findDocuments(collection, { filter, matches, sort, limit: 1 }) : []
  if (!collection || !stored) return { lastErrorObject: { n: 0 }, value: null, ok: 1 }
  removeDocument(collection, stored)
  return { lastErrorObject: { n: 1 }, value: project(stored.doc), ok: 1 }
}

/** Finding and changing one document in one step. */
export const findAndModifyCommands: Record<string, Command> = { findAndModify, findandmodify: findAndModify }
