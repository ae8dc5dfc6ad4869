import { aggregateCommands } from './aggregate.ts'
import { catalogCommands } from './catalog-commands.ts'
import { type Cursors, createCursors } from './cursors.ts'
import type { Database } from './database.ts'
import { CommandError } from './errors.ts'
import { findAndModifyCommands } from './find-and-modify.ts'
import { handshakeCommands } from './handshake-commands.ts'
import { readCommands } from './read-commands.ts'
import { type Doc, isDoc, isNumber, toNumber } from './values.ts'
import { writeCommands } from './write-commands.ts'

export type Context = { database: Database; cursors: Cursors }
/** A command: the fields it understands beside those every command has (without a list, any), and what it does. */
export type Command = { fields?: string[]; run(command: Doc, context: Context): Doc }

/** Every command this server knows. The only list of them. */
const commands: Record<string, Command> = {
  ...handshakeCommands,
  ...readCommands,
  ...aggregateCommands,
  ...writeCommands,
  ...findAndModifyCommands,
  ...catalogCommands,
}

const generalFields = new Set([
  ...['$db', 'lsid', '$readPreference', 'readConcern', 'writeConcern', 'maxTimeMS', 'comment', '$clusterTime'],
  ...['apiVersion', 'apiStrict', 'apiDeprecationErrors', 'txnNumber', 'startTransaction', 'autocommit'],
])

export const createContext = (database: Database): Context => ({ database, cursors: createCursors() })

/** Carries out one command; throws MongoDB's error for anything it would do differently. */
export function runCommand(command: Doc, context: Context): Doc {
  const [name = ''] = Object.keys(command)
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!known) throw new CommandError(59, `no such command: '${name}'`)
  for (const field of Object.keys(command)) {
    if (field === name || generalFields.has(field) || known.fields?.includes(field) !== false) continue
    throw new CommandError(40415, `BSON field '${name}.${field}' is an unknown field.`)
  }
  refuseWhatAStandaloneLacks(command)
  return known.run(command, context)
}

function refuseWhatAStandaloneLacks({ txnNumber, autocommit, writeConcern }: Doc): void {
  if (txnNumber !== undefined || autocommit !== undefined) {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos')
  }
  const w = isDoc(writeConcern) ? writeConcern.w : undefined
  if (isNumber(w) && toNumber(w) > 1) throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated")
}
