import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import Database from 'libsql'
import { isLogDamaged } from './write-ahead-log.ts'

export const DATA_FILE = 'pregoner.db'

/** A stored row: `seq` is its key and its place in the order of insertion. */
export type Row = { seq: number; namespace: string; bytes: Buffer }

/** The data file. Writes gather in one transaction until `commit`; nothing is durable before. */
export type Storage = {
  rows(): Iterable<Row>
  put(seq: number, namespace: string, bytes: Uint8Array): void
  remove(seq: number): void
  /** Makes everything written since the last commit durable. */
  commit(): void
  rollback(): void
  close(): void
}

// the binding ends the whole process when it reads a damaged text: texts are kept as bytes, and read as nothing else
const selection = `SELECT seq, CAST(namespace AS BLOB), CAST(bytes AS BLOB), CAST(checksum AS INTEGER)
  FROM documents ORDER BY seq`
const schema = `CREATE TABLE IF NOT EXISTS documents (
  seq INTEGER PRIMARY KEY, namespace BLOB NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL
)`

/** Opens and locks the data file; throws a sentence for a person when it is in use or damaged. */
export function openStorage(dataDir: string): Storage {
  const path = join(dataDir, DATA_FILE)
  createPrivateFile(path)
  if (isLogDamaged(path)) throw damaged(path, new Error('an acknowledged write is unreadable in its log'))
  const db = openLocked(path)
  try {
    refuseDamage(db, path)
    db.exec(schema)
    return storageOf(db, path)
  } catch (error) {
    db.close()
    throw explained(error, path)
  }
}

/** Only creates: opening and closing an existing file would release the lock another connection of this process holds. */
function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw new Error(`The data file ${path} cannot be created.`, { cause: error })
  }
}

function openLocked(path: string): Database.Database {
  const db = new Database(path, { timeout: 0 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE') // the system releases it with the process, however that ends
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('PRAGMA synchronous = FULL')
    db.exec('PRAGMA secure_delete = ON') // what a contact had erased must not stay readable in the file
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    return db
  } catch (error) {
    db.close()
    throw explained(error, path)
  }
}

function refuseDamage(db: Database.Database, path: string): void {
  const [[verdict] = []] = query(db, 'PRAGMA quick_check(1)')
  if (verdict !== 'ok') throw damaged(path, new Error(String(verdict)))
}

function damaged(path: string, cause: Error): Error {
  const [reason = ''] = cause.message.split('\n').slice(-1)
  return new Error(`The data file ${path} is damaged (${reason}) and was not opened. Restore it from a backup.`, {
    cause,
  })
}

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_CONSTRAINT']

/** The binding's error as a sentence for the person who starts the program. */
function explained(error: unknown, path: string): unknown {
  if (hasCode(error, 'SQLITE_BUSY')) {
    const advice = 'Stop it first, set another DATA_DIR, or set MONGODB_URI to share a MongoDB server.'
    return new Error(`Another process is using the data file ${path}. ${advice}`, { cause: error })
  }
  if (!(error instanceof Error) || !hasCode(error, 'SQLITE')) return error
  if (damageCodes.some(code => hasCode(error, code))) return damaged(path, error)
  return new Error(`The data file ${path} cannot be opened: ${error.message}.`, { cause: error })
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith(code)

function query(db: Database.Database, sql: string): unknown[][] {
  return db.prepare(sql).raw().all().filter(Array.isArray)
}

/** Covers the key and the name too, so that no part of a row can change unnoticed. */
const checksumOf = (seq: number, namespace: string, bytes: Uint8Array): number =>
  crc32(bytes, crc32(`${seq} ${namespace} `)) | 0

function storageOf(db: Database.Database, path: string): Storage {
  const insert = db.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)')
  const erase = db.prepare('DELETE FROM documents WHERE seq = ?')
  let isOpen = false
  let failure: unknown
  const write = (run: () => unknown) => {
    try {
      if (!isOpen) db.exec('BEGIN IMMEDIATE')
      isOpen = true
      run()
    } catch (error) {
      failure ??= error // the whole transaction is lost: `commit` says so to everyone who shares it
    }
  }
  return {
    *rows() {
      try {
        for (const row of db.prepare(selection).raw().iterate()) yield checkedRow(row, path)
      } catch (error) {
        throw explained(error, path)
      }
    },
    put(seq, namespace, bytes) {
      const blob = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      write(() => insert.run([seq, Buffer.from(namespace), blob, checksumOf(seq, namespace, bytes)]))
    },
    remove(seq) {
      write(() => erase.run([seq]))
    },
    commit() {
      if (failure !== undefined) throw failure
      if (isOpen) db.exec('COMMIT')
      isOpen = false
    },
    rollback() {
      isOpen = false
      failure = undefined
      if (db.inTransaction) db.exec('ROLLBACK')
    },
    close: () => {
      db.close()
    },
  }
}

function checkedRow(row: unknown, path: string): Row {
  const [seq, name, bytes, checksum] = Array.isArray(row) ? row : []
  if (typeof seq !== 'number' || !Buffer.isBuffer(name) || !Buffer.isBuffer(bytes)) {
    throw damaged(path, new Error(`row ${String(seq)} has values of the wrong type`))
  }
  const namespace = name.toString()
  if (checksumOf(seq, namespace, bytes) !== checksum) throw damaged(path, new Error(`row ${seq} fails its checksum`))
  return { seq, namespace, bytes }
}
