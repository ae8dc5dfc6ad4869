import type { Connection } from 'mongoose'

/** Something that has been kept long enough. */
export interface Expired {
  id: string
  at: Date
}

/** What was done with a page: how many are gone, and which incidents look different now. */
export interface Cleared {
  count: number
  incidents: string[]
}

/** The documents of one collection that are kept for a time. */
export interface ExpiringPart {
  /** What is older than `before`, oldest first and in pages of at most so many; nothing that is under way is among it. */
  pages: (townKey: string, before: Date, pageSize: number) => AsyncGenerator<Expired[]>
  /** Takes these away. Doing it again changes nothing. */
  clear: (townKey: string, ids: readonly string[], now: Date) => Promise<Cleared>
}

type Row = { _id: string }

/**
 * Walks what a town has in a collection from its oldest on up to `before`, a bounded page at a time, whatever is deleted
 * meanwhile. What a page holds is narrowed here and not by the database, which would look at everything in one go.
 */
export async function* oldest<Stored extends Row>(
  connection: Connection,
  { collection, town, field, before, projection, pageSize }: Walk<Stored>,
): AsyncGenerator<Stored[]> {
  const stored = connection.collection<Stored>(collection)
  let from = new Date(0)
  let seen: string[] = []
  for (;;) {
    const filter: object = { town, [field]: { $gte: from, $lt: before }, ...(seen.length && { _id: { $nin: seen } }) }
    const page = await stored
      .find(filter, { projection: { ...projection, [field]: 1 } })
      .sort({ [field]: 1 })
      .limit(pageSize)
      .toArray()
    const rows = page.map(row => row as Stored)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < pageSize) return
    const moment = momentOf(last, field)
    const atOnce = rows.filter(row => momentOf(row, field).getTime() === moment.getTime()).map(({ _id }) => _id)
    seen = moment.getTime() === from.getTime() ? [...seen, ...atOnce] : atOnce
    from = moment
  }
}

interface Walk<Stored> {
  collection: string
  town: string
  /** The date it is kept from. */
  field: keyof Stored & string
  before: Date
  projection: Record<string, 1>
  pageSize: number
}

export function momentOf(row: object, field: string): Date {
  const at: unknown = Reflect.get(row, field)
  return at instanceof Date ? at : new Date(0)
}

/** Deletes these documents of a town. */
export async function removeAll(
  connection: Connection,
  collection: string,
  town: string,
  ids: readonly string[],
): Promise<Cleared> {
  const { deletedCount } = await connection
    .collection<Row & { town: string }>(collection)
    .deleteMany({ _id: { $in: [...ids] }, town })
  return { count: deletedCount, incidents: [] }
}
