import { countArgument, docArgument, flagArgument, namespaceOf } from './arguments.ts'
import type { Command } from './commands.ts'
import { compare } from './compare.ts'
import { advanceCursor, openCursor } from './cursors.ts'
import { findCollection } from './database.ts'
import { CommandError } from './errors.ts'
import { compileFilter } from './match.ts'
import { someValue, splitPath } from './paths.ts'
import { compileProjection } from './project.ts'
import { findDocuments, parseSort } from './query.ts'
import { type Doc, isLong } from './values.ts'

const find: Command = {
  fields: [
    ...['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'hint'],
    ...['noCursorTimeout', 'allowPartialResults', 'allowDiskUse'],
  ],
  run(command, { database, cursors }) {
    const namespace = namespaceOf(command)
    const filter = docArgument(command, 'filter')
    const matches = compileFilter(filter)
    const project = compileProjection(docArgument(command, 'projection'))
    const sort = parseSort(docArgument(command, 'sort'))
    const skip = countArgument(command, 'skip')
    const limit = countArgument(command, 'limit') || undefined
    const batchSize = countArgument(command, 'batchSize')
    const collection = findCollection(database, namespace)
    const found = collection ? findDocuments(collection, { filter, matches, sort, skip, limit }) : []
    const docs = found.map(({ doc }) => project(doc))
    return { cursor: openCursor(cursors, namespace, docs, batchSize, flagArgument(command, 'singleBatch')), ok: 1 }
  },
}

const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run(command, { cursors }) {
    const namespace = namespaceOf({ collection: command.collection, $db: command.$db })
    const batchSize = countArgument(command, 'batchSize') || undefined
    return { cursor: advanceCursor(cursors, cursorId(command.getMore), namespace, batchSize), ok: 1 }
  },
}

const killCursors: Command = {
  fields: ['cursors'],
  run(command, { cursors }) {
    const ids = Array.isArray(command.cursors) ? command.cursors : []
    const cursorsKilled = ids.filter(id => cursors.open.delete(cursorId(id)))
    const cursorsNotFound = ids.filter(id => !cursorsKilled.includes(id))
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 }
  },
}

const cursorId = (id: unknown): string => (isLong(id) ? id.toString() : '')

const count: Command = {
  fields: ['query', 'skip', 'limit', 'hint'],
  run(command, { database }) {
    const filter = docArgument(command, 'query')
    const matches = compileFilter(filter)
    const skip = countArgument(command, 'skip')
    const limit = countArgument(command, 'limit') || undefined
    const collection = findCollection(database, namespaceOf(command))
    if (!collection) return { n: 0, ok: 1 }
    return { n: findDocuments(collection, { filter, matches, skip, limit }).length, ok: 1 }
  },
}

const distinct: Command = {
  fields: ['key', 'query', 'hint'],
  run(command, { database }) {
    if (typeof command.key !== 'string') throw new CommandError(14, "BSON field 'distinct.key' must be a string")
    const filter = docArgument(command, 'query')
    const matches = compileFilter(filter)
    const parts = splitPath(command.key)
    const collection = findCollection(database, namespaceOf(command))
    const found = collection ? findDocuments(collection, { filter, matches }) : []
    const values = found.flatMap(({ doc }) => valuesAt(doc, parts)).sort(compare)
    return { values: values.filter((value, at) => at === 0 || compare(value, values[at - 1]) !== 0), ok: 1 }
  },
}

/** Every value at a path, of an array its elements. */
function valuesAt(doc: Doc, parts: string[]): unknown[] {
  const values: unknown[] = []
  someValue(doc, parts, (value, position) => {
    const isWholeArray = Array.isArray(value) && position === undefined
    if (value !== undefined && !isWholeArray) values.push(value)
    return false
  })
  return values
}

/** Commands that change nothing. */
export const readCommands: Record<string, Command> = { find, getMore, killCursors, count, distinct }
