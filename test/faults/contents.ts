import type { Connection } from 'mongoose'

export type Contents = Record<string, Record<string, unknown>[]>

/** Everything in the database, by collection, in a fixed order. */
export async function contentsOf(connection: Connection): Promise<Contents> {
  const names = (await connection.db?.listCollections().toArray())?.map(({ name }) => name) ?? []
  const pairs = names.sort().map(async name => {
    const rows = await connection.collection(name).find().sort({ _id: 1 }).toArray()
    return [name, rows as Record<string, unknown>[]] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}
