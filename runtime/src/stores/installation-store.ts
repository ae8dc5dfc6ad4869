import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import type { Secrets } from '../secrets/secrets.ts'
import { insertIfAbsent } from './connect.ts'

const KEY_BYTES = 32
const PURPOSE = 'key of inbox and identities'

/** Remembers whether the first filling of an empty database has ended. */
export function createInstallationStore(connection: Connection) {
  const installation = connection.collection<{ _id: string }>('installation')
  const filling = { _id: 'filling' }
  return {
    isHalfFilled: async (): Promise<boolean> => (await installation.findOne(filling)) !== null,
    beginFilling: (): Promise<void> => insertIfAbsent(() => installation.insertOne(filling)),
    async endFilling(): Promise<void> {
      await installation.deleteOne(filling)
    },
  }
}

/**
 * The key all ids of inbox items and contacts are derived from. Made once for a database and sealed in it, so that it
 * outlives a change of `SECRET_KEY` and is the same on every node.
 */
export async function identityKey(connection: Connection, secrets: Pick<Secrets, 'seal' | 'open'>): Promise<Buffer> {
  const installation = connection.collection<{ _id: string; sealed: string }>('installation')
  const sealed = secrets.seal(randomBytes(KEY_BYTES).toString('base64'), PURPOSE)
  await insertIfAbsent(() => installation.insertOne({ _id: 'identity_key', sealed }))
  const stored = await installation.findOne({ _id: 'identity_key' })
  if (!stored) throw new Error('the key of this installation could not be stored')
  return Buffer.from(secrets.open(stored.sealed, PURPOSE), 'base64')
}
