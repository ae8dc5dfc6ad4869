import { gunzipSync } from 'node:zlib'
import type { Connection } from 'mongoose'

export type Contents = Record<string, Record<string, unknown>[]>

/** What is packed, unpacked: whoever looks for somebody’s words must find them. */
const readable = (row: Record<string, unknown>) =>
  Buffer.isBuffer(row.packed) ? { ...row, packed: gunzipSync(row.packed).toString() } : row

/** Everything in the database, by collection, in a fixed order. */
export async function contentsOf(connection: Connection): Promise<Contents> {
  const names = (await connection.db?.listCollections().toArray())?.map(({ name }) => name) ?? []
  const pairs = names.sort().map(async name => {
    const rows = await connection.collection(name).find({}, { promoteBuffers: true }).sort({ _id: 1 }).toArray()
    return [name, rows.map(readable)] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}
