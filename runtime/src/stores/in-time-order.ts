import type { Connection } from 'mongoose'

const PAGE = 500 // as many as are read without keeping others from the database for long

interface Wanted {
  collection: string
  /** The field rows are ordered by; there must be an index of the town and it. */
  field: 'at' | 'createdAt' | 'openedAt'
  townKey: string
  from: Date
  /** Not part of it. */
  to: Date
  more?: object
  /** The fields wanted, the one they are ordered by among them. */
  projection: Readonly<Record<string, number>>
}

/**
 * A town's rows of a span of time, the oldest first, in pages; whoever else needs the database or this thread has their
 * turn in between. A page ends where a moment does, so that the next begins with a later one.
 */
export async function* inTimeOrder<Row extends object>(
  connection: Connection,
  { collection, field, townKey, from, to, more, projection }: Wanted,
): AsyncGenerator<Row[]> {
  const rows = connection.collection<Row>(collection)
  const timeOf = (row: object | undefined): number => {
    const at: unknown = row && Reflect.get(row, field)
    return at instanceof Date ? at.getTime() : Number.NaN
  }
  let begin = from
  for (let limit = PAGE; ; ) {
    const page = await rows
      .find({ ...more, town: townKey, [field]: { $gte: begin, $lt: to } } as object, {
        projection,
        batchSize: limit + 1,
      })
      .sort({ [field]: 1 })
      .limit(limit)
      .toArray()
    const isLast = page.length < limit
    const end = timeOf(page.at(-1))
    if (!isLast && timeOf(page[0]) === end) {
      limit *= 2 // more at one moment than a page holds
      continue
    }
    const whole = isLast ? page : page.filter(row => timeOf(row) !== end)
    yield whole as Row[]
    if (isLast) return
    begin = new Date(end)
    limit = PAGE
  }
}
