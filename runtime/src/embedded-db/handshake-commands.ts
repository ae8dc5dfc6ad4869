import { Long } from 'bson'
import type { Command } from './commands.ts'
import { MAX_MESSAGE_BYTES } from './wire.ts'

let connections = 0

/** Announces a standalone server: no transactions, no retryable writes, no change streams. New drivers say new things. */
const hello: Command = {
  run: () => ({
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: ++connections,
    minWireVersion: 0,
    maxWireVersion: 21, // MongoDB 7.0, whose behaviour this follows
    readOnly: false,
    ok: 1,
  }),
}

const done: Command['run'] = () => ({ ok: 1 })
const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: '7.0.0',
    versionArray: [7, 0, 0, 0],
    gitVersion: 'pregoner embedded database',
    modules: [],
    bits: 64,
    maxBsonObjectSize: Long.fromNumber(16 * 1024 * 1024),
    ok: 1,
  }),
}

/** What a driver says before and beside its work. */
export const handshakeCommands: Record<string, Command> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: { fields: [], run: done },
  endSessions: { fields: [], run: done },
  refreshSessions: { fields: [], run: done },
  buildInfo,
  buildinfo: buildInfo,
}
