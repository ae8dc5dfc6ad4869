import { createServer, type Server, type Socket } from 'node:net'
import type { Engine } from './engine.ts'
import { CommandError } from './errors.ts'
import type { Doc } from './values.ts'
import { type Request, readMessage, takeMessages, writeReply } from './wire.ts'

type Pending = { socket: Socket; request: Request; reply: Doc }

/** Serves the wire protocol. All commands that arrive in one turn of the event loop share a commit, and answer after it. */
export function createWireServer(engine: Engine): { server: Server; closeConnections(): void } {
  const sockets = new Set<Socket>()
  let pending: Pending[] = []

  function answerAll(): void {
    const answers = pending
    pending = []
    const failure = commitFailure(engine)
    for (const { socket, request, reply } of answers) {
      if (request.wantsReply && socket.writable) socket.write(written(request, failure ?? reply))
    }
  }

  function handle(socket: Socket, message: Buffer): void {
    const request = readMessage(message)
    const reply = answer(engine, request.command)
    if (pending.length === 0) setImmediate(answerAll)
    pending.push({ socket, request, reply })
  }

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy()) // a client that goes away is nothing to report
    let waiting: Buffer[] = []
    let missing = 0
    socket.on('data', (chunk: Buffer) => {
      waiting.push(chunk)
      missing -= chunk.length
      if (missing > 0) return
      try {
        const { messages, rest } = takeMessages(waiting.length === 1 ? chunk : Buffer.concat(waiting))
        waiting = rest.length > 0 ? [rest] : []
        missing = rest.length >= 4 ? rest.readInt32LE(0) - rest.length : 0
        for (const message of messages) handle(socket, message)
      } catch (error) {
        engine.onWarning(`The embedded database closed a connection: ${String(error)}`)
        socket.destroy()
      }
    })
  })
  const closeConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return { server, closeConnections }
}

/** A reply may turn out too large for one message, as a long list of distinct values. */
function written(request: Request, reply: Doc): Buffer {
  try {
    return writeReply(request, reply)
  } catch (error) {
    return writeReply(request, errorReply(new CommandError(10334, `The reply cannot be written: ${String(error)}`)))
  }
}

function answer(engine: Engine, command: Doc): Doc {
  try {
    return engine.run(command)
  } catch (error) {
    if (!(error instanceof CommandError)) {
      const trace = error instanceof Error ? error.stack : String(error)
      engine.onWarning(`The embedded database failed on '${Object.keys(command)[0]}': ${trace}`)
    }
    return errorReply(error)
  }
}

/** Makes what was written durable; gives the reply for everyone concerned when that fails. */
export function commitFailure(engine: Engine): Doc | undefined {
  try {
    engine.commit()
    return undefined
  } catch (error) {
    engine.onWarning(`The embedded database could not write to its file: ${String(error)}`)
    return errorReply(new CommandError(14031, `The data file could not be written: ${String(error)}`))
  }
}

/** The reply that a driver turns into a MongoServerError. */
function errorReply(error: unknown): Doc {
  const known = error instanceof CommandError ? error : new CommandError(1, String(error))
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.details }
}
