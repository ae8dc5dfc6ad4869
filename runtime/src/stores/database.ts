import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { startEmbeddedDatabase } from '../embedded-db/start.ts'
import { connect } from './connect.ts'

export interface Database {
  connection: Connection
  /** Whether it is the one inside this process. */
  isEmbedded: boolean
  close(): Promise<void>
}

/**
 * Opens the database named by `uri`, or the embedded one in `dataDir` when there is none. Throws in the reader's words
 * when a remote engine has neither password nor encryption, or when the data is in use or damaged.
 */
export async function openDatabase(
  uri: string | undefined,
  dataDir: string,
  onWarning: (text: string) => void,
  onCommand?: (name: string) => void,
): Promise<Database> {
  if (uri) {
    refuseOpenDoors(uri)
    const connection = await connect(uri, undefined, onCommand)
    return { connection, isEmbedded: false, close: () => connection.close() }
  }
  const embedded = await startEmbeddedDatabase(join(dataDir, 'database'), { onWarning })
  const connection = await connect(embedded.uri, undefined, onCommand)
  return {
    connection,
    isEmbedded: true,
    async close() {
      await connection.close()
      await embedded.close()
    },
  }
}

const localHosts = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|%2f.*)(:\d+)?$/i

/** A database somewhere else must ask for a password and be spoken to over TLS. */
export function refuseOpenDoors(uri: string): void {
  const [, scheme = '', credentials, hosts = '', query = ''] =
    /^(mongodb(?:\+srv)?):\/\/(?:([^@/]+)@)?([^/?]+)[^?]*\??(.*)$/.exec(uri) ?? []
  if (scheme === '') throw new Error('MONGODB_URI does not look like an address of a MongoDB database')
  if (hosts.split(',').every(host => localHosts.test(host))) return
  const isEncrypted = scheme.endsWith('+srv') || /(^|&)(tls|ssl)=true/.test(query)
  if (!credentials || !isEncrypted) {
    throw new Error('MONGODB_URI names a database on another machine: it needs a user with password, and tls=true')
  }
}
