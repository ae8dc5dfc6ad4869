import type { Connection } from 'mongoose'
import { anonymousIncident, NOBODY } from '../anonymous.ts'
import type { IncidentRow } from '../incident-rows.ts'
import { type ExpiringPart, oldest } from './part.ts'
import { isUnderWay } from './under-way.ts'

type Looked = Pick<IncidentRow, '_id' | 'convId' | 'status' | 'outbox' | 'entries' | 'openedAt'>

/** When anything was last done about it; what becomes of it by itself does not count. */
const lastTouched = ({ openedAt, entries }: Looked): Date =>
  new Date(Math.max(openedAt.getTime(), ...entries.map(({ at }) => new Date(at).getTime())))

/** What has ended: the matter stays with the department and in the figures, without the people. */
export const closedIncidents = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const projection = { convId: 1, status: 1, 'outbox.id': 1, 'entries.at': 1, 'entries.delivery': 1 } as const
    const walk = { collection: 'incidents', town, field: 'openedAt', before, projection, pageSize } as const
    for await (const page of oldest<Looked>(connection, walk))
      yield page
        .filter(row => row.convId !== NOBODY && !isUnderWay(row) && lastTouched(row) < before)
        .map(row => ({ id: row._id, at: lastTouched(row) }))
  },
  async clear(town, ids, now) {
    const incidents = connection.collection<IncidentRow>('incidents')
    const rows = await incidents.find({ _id: { $in: [...ids] }, town }).toArray()
    const changed: string[] = []
    for (const row of rows) {
      if (row.convId === NOBODY || isUnderWay(row)) continue
      const set = { ...anonymousIncident(row, now), followers: [] }
      const { matchedCount } = await incidents.updateOne({ _id: row._id, rev: row.rev }, { $set: set })
      if (matchedCount === 1) changed.push(row._id)
    }
    return { count: changed.length, incidents: changed }
  },
})
