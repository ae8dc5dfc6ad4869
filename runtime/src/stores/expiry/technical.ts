import type { Connection } from 'mongoose'
import { type ExpiringPart, oldest, removeAll } from './part.ts'

interface JobRow {
  _id: string
  st: string
  nextAt: Date
}

/** Jobs that are done, with the addresses and values they were done with. */
export const finishedJobs = (connection: Connection, collection: 'service_calls' | 'media_fetches'): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const walk = { collection, town, field: 'nextAt', before, projection: { st: 1 }, pageSize } as const
    for await (const page of oldest<JobRow>(connection, walk))
      yield page.filter(({ st }) => st !== 'queued').map(({ _id, nextAt }) => ({ id: _id, at: nextAt }))
  },
  clear: (town, ids) => removeAll(connection, collection, town, ids),
})
