import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type EmbeddedDatabase = { uri: string; close(): Promise<void> }
export type EmbeddedDatabaseOptions = {
  onWarning?(text: string): void
  /** How often expired documents are looked for. */
  sweepMillis?: number
}

/** What the worker is told, and what it tells. */
export type WorkerSettings = { dataDir: string; socketPath: string | undefined; sweepMillis: number }
export type WorkerMessage = { kind: 'listening'; port?: number } | { kind: 'failed' | 'warning'; text: string }

const SWEEP_MILLIS = 60_000 // MongoDB's ttlMonitorSleepSecs

/** Starts the embedded database in `dataDir`; throws a readable error when another process holds the data or the file is damaged. */
export async function startEmbeddedDatabase(
  dataDir: string,
  { onWarning = text => console.warn(text), sweepMillis = SWEEP_MILLIS }: EmbeddedDatabaseOptions = {},
): Promise<EmbeddedDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  // a short path: some systems allow no more than about a hundred characters for a socket's
  const socketDir = process.platform === 'win32' ? undefined : await mkdtemp(join(tmpdir(), 'pregoner-'))
  const socketPath = socketDir && join(socketDir, 'db.sock')
  const worker = startWorker({ dataDir, socketPath, sweepMillis })
  const tidy = async () => {
    if (socketDir) await rm(socketDir, { recursive: true, force: true })
  }
  try {
    const port = await listening(worker, onWarning)
    if (socketPath) await chmod(socketPath, 0o600)
    const host = socketPath ? encodeURIComponent(socketPath) : `127.0.0.1:${port}`
    const close = once(async () => {
      const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))
      worker.postMessage('close')
      await ended
      await tidy()
    })
    return { uri: `mongodb://${host}/pregoner?directConnection=true&retryWrites=false`, close }
  } catch (error) {
    await worker.terminate()
    await tidy()
    throw error
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}

function startWorker(settings: WorkerSettings): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./worker.js', import.meta.url), { workerData: settings })
  }
  // run from its sources: a worker thread cannot read TypeScript by itself, nor inherits what reads it for this thread
  const loader = import.meta.resolve('tsx/esm/api')
  const code = `import('${loader}').then(({ tsImport }) => tsImport('./worker.ts', '${import.meta.url}'))`
  return new Worker(code, { eval: true, execArgv: [], workerData: settings })
}

/** Waits until the worker serves; gives the port when it listens on one. Errors of later on rise, as any bug does. */
function listening(worker: Worker, onWarning: (text: string) => void): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'warning') onWarning(message.text)
      if (message.kind === 'failed') reject(new Error(message.text))
      if (message.kind !== 'listening') return
      worker.off('error', reject)
      resolve(message.port)
    })
  })
}
