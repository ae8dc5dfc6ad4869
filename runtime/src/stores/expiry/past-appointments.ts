import type { Connection } from 'mongoose'
import { type ExpiringPart, oldest, removeAll } from './part.ts'

/** Appointments long past, with what people said about them. */
export const pastAppointments = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const walk = { collection: 'appointments', town, field: 'at', before, projection: {}, pageSize } as const
    for await (const page of oldest<{ _id: string; at: Date }>(connection, walk))
      yield page.map(({ _id, at }) => ({ id: _id, at }))
  },
  clear: (town, ids) => removeAll(connection, 'appointments', town, ids),
})
