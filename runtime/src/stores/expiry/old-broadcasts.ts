import type { Connection } from 'mongoose'
import type { BroadcastPart } from '../broadcast-part-store.ts'
import type { BroadcastRow } from '../broadcast-store.ts'
import { keepFigures } from '../kept-recipients.ts'
import type { Recipient } from '../recipient-store.ts'
import { type ExpiringPart, oldest, removeAll } from './part.ts'

/** Whom a notice went to, once it has long been sent. The notice and its figures stay. */
export const recipientsOfOldBroadcasts = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const walk = { collection: 'broadcasts', town, field: 'finishedAt', before, projection: {}, pageSize } as const
    for await (const page of oldest<BroadcastRow & { finishedAt: Date }>(connection, walk)) {
      for (const { _id: broadcastId, finishedAt } of page) {
        for await (const ids of listOf(connection, town, broadcastId, pageSize))
          yield ids.map(id => ({ id, at: finishedAt }))
      }
    }
  },
  async clear(town, ids) {
    const recipients = connection.collection<Recipient>('broadcast_recipients')
    const rows = await recipients.find({ _id: { $in: [...ids] }, town }, { projection: { broadcastId: 1 } }).toArray()
    const broadcastIds = [...new Set(rows.map(row => row.broadcastId))]
    for (const broadcastId of broadcastIds) await keepFigures(connection, town, broadcastId)
    await connection
      .collection<BroadcastPart>('broadcast_parts')
      .deleteMany({ broadcastId: { $in: broadcastIds }, town })
    return removeAll(connection, 'broadcast_recipients', town, ids)
  },
})

/** A notice's list, a page at a time, whatever is deleted of it meanwhile. */
async function* listOf(connection: Connection, town: string, broadcastId: string, pageSize: number) {
  const recipients = connection.collection<Recipient>('broadcast_recipients')
  let after = ''
  for (;;) {
    const page = await recipients
      .find({ broadcastId, town, _id: { $gt: after } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(pageSize)
      .toArray()
    const last = page.at(-1)
    if (!last) return
    yield page.map(({ _id }) => _id)
    after = last._id
  }
}
