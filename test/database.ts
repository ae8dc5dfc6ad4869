import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { startEmbeddedDatabase } from '../runtime/src/embedded-db/start.ts'
import { connect } from '../runtime/src/stores/connect.ts'

export interface TestDatabase {
  connection: Connection
  /** Makes the indexes of every store created so far. */
  createIndexes(): Promise<void>
  close(): Promise<void>
}

/** A fresh, empty database: on the server `MONGODB_URI` names, else on the embedded one. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `pregoner-test-${randomBytes(6).toString('hex')}`
  const folder = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const embedded = process.env.MONGODB_URI ? null : await startEmbeddedDatabase(folder)
  const connection = await connect(process.env.MONGODB_URI ?? embedded?.uri ?? '', name)

  return {
    connection,
    async createIndexes() {
      for (const model of Object.values(connection.models)) await model.createIndexes()
    },
    async close() {
      if (!embedded) await connection.dropDatabase()
      await connection.close()
      await embedded?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
