import { countArgument, docArgument, docsArgument, namespaceOf } from './arguments.ts'
import type { Command } from './commands.ts'
import { openCursor } from './cursors.ts'
import { findCollection } from './database.ts'
import { CommandError } from './errors.ts'
import { compileFilter } from './match.ts'
import { compileStage } from './pipeline.ts'
import { findDocuments } from './query.ts'
import { isDoc } from './values.ts'

const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation'],
  run(command, { database, cursors }) {
    const namespace = namespaceOf(command)
    const stages = docsArgument(command, 'pipeline')
    if (!isDoc(command.cursor)) {
      throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument")
    }
    const [first = {}] = stages
    const isFiltered = '$match' in first && Object.keys(first).length === 1
    const filter = isFiltered ? docArgument(first, '$match') : {}
    const matches = compileFilter(filter)
    const run = stages.slice(isFiltered ? 1 : 0).map(compileStage)
    const collection = findCollection(database, namespace)
    const found = collection ? findDocuments(collection, { filter, matches }).map(({ doc }) => doc) : []
    const docs = run.reduce((some, stage) => stage(some), found)
    const batchSize = countArgument(command.cursor, 'batchSize')
    return { cursor: openCursor(cursors, namespace, docs, batchSize), ok: 1 }
  },
}

/** Reports over many documents. */
export const aggregateCommands: Record<string, Command> = { aggregate }
