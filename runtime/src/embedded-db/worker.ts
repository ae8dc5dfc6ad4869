import { parentPort, workerData } from 'node:worker_threads'
import { createContext, runCommand } from './commands.ts'
import { closeIdleCursors } from './cursors.ts'
import { countDocuments, loadDatabase } from './database.ts'
import { removeExpired } from './expiry.ts'
import { createWireServer } from './server.ts'
import type { WorkerMessage, WorkerSettings } from './start.ts'
import { openStorage, type Storage } from './storage.ts'

const MANY_DOCUMENTS = 100_000 // all documents are in memory; a restart reads them all

const settings: WorkerSettings = workerData
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message)

function start(): void {
  const storage = openStorage(settings.dataDir)
  try {
    serve(storage)
  } catch (error) {
    storage.close()
    throw error
  }
}

function serve(storage: Storage): void {
  let context = createContext(loadDatabase(storage))
  const onWarning = (text: string) => tell({ kind: 'warning', text })

  function commit(): void {
    try {
      storage.commit()
    } catch (error) {
      storage.rollback()
      context = createContext(loadDatabase(storage)) // what was not written must not be read either
      throw error
    }
  }

  let isWarned = false
  function warnWhenLarge(): void {
    const count = countDocuments(context.database)
    if (isWarned || count <= MANY_DOCUMENTS) return
    isWarned = true
    const advice = 'Use a MongoDB server: set MONGODB_URI.'
    onWarning(`The embedded database holds ${count} documents, more than it is made for (${MANY_DOCUMENTS}). ${advice}`)
  }

  const { server, closeConnections } = createWireServer({
    run: command => runCommand(command, context),
    commit,
    onWarning,
  })
  const sweeping = setInterval(() => {
    removeExpired(context.database, new Date())
    closeIdleCursors(context.cursors, Date.now())
    warnWhenLarge()
    commit()
  }, settings.sweepMillis)

  parentPort?.once('message', () => {
    clearInterval(sweeping)
    closeConnections()
    server.close(() => {
      commit()
      storage.close()
      parentPort?.close()
    })
  })
  server.listen(settings.socketPath ?? { host: '127.0.0.1', port: 0 }, () => {
    const address = server.address()
    tell({ kind: 'listening', port: typeof address === 'object' ? address?.port : undefined })
    warnWhenLarge()
  })
}

try {
  start()
} catch (error) {
  tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) })
}
