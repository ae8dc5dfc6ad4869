import type { Connection } from 'mongoose'
import type { IncidentRow } from './incident-rows.ts'

const WINDOW_MS = 24 * 3_600_000 // WhatsApp: free answers up to 24 hours after the contact's last message

/** Sets `windowEndsAt` by the last message of each contact, which may be newer than the incident. */
export function createReplyWindows(connection: Connection) {
  const conversations = connection.collection<{ _id: string; lastInAt?: Date | null }>('conversations')

  return async function withWindows<Row extends Pick<IncidentRow, 'convId' | 'windowEndsAt'>>(
    rows: Row[],
  ): Promise<Row[]> {
    const ids = [...new Set(rows.filter(({ windowEndsAt }) => windowEndsAt !== null).map(({ convId }) => convId))]
    if (ids.length === 0) return rows
    const found = await conversations.find({ _id: { $in: ids } }, { projection: { lastInAt: 1 } }).toArray()
    const ends = new Map(
      found.flatMap(({ _id, lastInAt }) => (lastInAt ? [[_id, lastInAt.getTime() + WINDOW_MS]] : [])),
    )
    return rows.map(row => {
      const end = ends.get(row.convId)
      const isLater = row.windowEndsAt !== null && end !== undefined && end > row.windowEndsAt.getTime()
      return isLater ? { ...row, windowEndsAt: new Date(end) } : row
    })
  }
}
export type WithWindows = ReturnType<typeof createReplyWindows>
