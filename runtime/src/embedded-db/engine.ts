import { createContext, runCommand } from './commands.ts'
import { closeIdleCursors } from './cursors.ts'
import { countDocuments, loadDatabase } from './database.ts'
import { removeExpired } from './expiry.ts'
import type { Storage } from './storage.ts'
import type { Doc } from './values.ts'

const MANY_DOCUMENTS = 100_000 // all documents are in memory; a restart reads them all

/** What answers commands, and makes durable what they wrote. */
export type Engine = {
  run(command: Doc): Doc
  /** Throws when it could not; then nothing of what was answered since the last commit has happened. */
  commit(): void
  /** Removes what has expired, and warns once when there is more than this database is made for. */
  sweep(now: Date): void
  onWarning(text: string): void
}

/** Reads the data file and serves it from memory; throws when it is damaged. */
export function createEngine(storage: Storage, onWarning: (text: string) => void): Engine {
  let context = createContext(loadDatabase(storage))
  let isWarned = false

  function commit(): void {
    try {
      storage.commit()
    } catch (error) {
      storage.rollback()
      context = createContext(loadDatabase(storage)) // what was not written must not be read either
      throw error
    }
  }

  function sweep(now: Date): void {
    removeExpired(context.database, now)
    closeIdleCursors(context.cursors, now.getTime())
    const count = countDocuments(context.database)
    if (isWarned || count <= MANY_DOCUMENTS) return
    isWarned = true
    const advice = 'Use a MongoDB server: set MONGODB_URI.'
    onWarning(`The embedded database holds ${count} documents, more than it is made for (${MANY_DOCUMENTS}). ${advice}`)
  }

  return { run: command => runCommand(command, context), commit, sweep, onWarning }
}
