import mongoose from 'mongoose'
import { DUPLICATE_KEY } from './duplicate.ts'

const ACKNOWLEDGED = { w: 'majority', j: true } as const

/**
 * Opens the database of the product, embedded or real. Reads come from the primary, writes are durable before they
 * return, and a filter with an unknown field throws instead of matching everything.
 */
export async function connect(
  uri: string,
  dbName?: string,
  onCommand?: (name: string) => void,
): Promise<mongoose.Connection> {
  mongoose.set('strictQuery', 'throw')
  const connection = mongoose.createConnection(uri, {
    ...(dbName ? { dbName } : {}),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    sanitizeFilter: false, // filters are built from scalars here; the driver's own operators must get through
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: ACKNOWLEDGED,
    readConcern: { level: 'majority' },
    monitorCommands: onCommand !== undefined,
  })
  const opened = await connection.asPromise()
  if (onCommand) {
    const name = (command: string, body: object) => `${command} ${Object.values(body)[0]}`
    opened.getClient().on('commandStarted', ({ commandName, command }) => onCommand(name(commandName, command)))
  }
  return opened
}

interface WriteFailure {
  code?: number
  writeErrors?: { code?: number; err?: { code?: number } }[]
}

/** Whether every failure of a write is a key that was there already, which for insert-if-absent is success. */
export function isOnlyDuplicates(error: unknown): boolean {
  const { code, writeErrors } = error as WriteFailure
  const failures = Array.isArray(writeErrors) ? writeErrors : []
  if (failures.length > 0) return failures.every(failure => (failure.code ?? failure.err?.code) === DUPLICATE_KEY)
  return code === DUPLICATE_KEY
}

/** Runs an unordered insert; keys that exist already are success, everything else rises. */
export async function insertIfAbsent(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert()
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error
  }
}
