import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from './engine.ts'
import { commitFailure, createWireServer } from './server.ts'
import type { WorkerMessage, WorkerSettings } from './start.ts'
import { openStorage, type Storage } from './storage.ts'

const settings: WorkerSettings = workerData
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message)

function serve(storage: Storage): void {
  const engine = createEngine(storage, text => tell({ kind: 'warning', text }))
  const { server, closeConnections } = createWireServer(engine)
  const sweeping = setInterval(sweep, settings.sweepMillis)

  function sweep(): void {
    engine.sweep(new Date())
    commitFailure(engine)
  }

  parentPort?.once('message', () => {
    clearInterval(sweeping)
    closeConnections()
    server.close(() => {
      commitFailure(engine)
      storage.close()
      parentPort?.close()
    })
  })
  server.listen(settings.socketPath ?? { host: '127.0.0.1', port: 0 }, () => {
    const address = server.address()
    tell({ kind: 'listening', port: typeof address === 'object' ? address?.port : undefined })
    sweep()
  })
}

try {
  serve(openStorage(settings.dataDir))
} catch (error) {
  tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) })
}
