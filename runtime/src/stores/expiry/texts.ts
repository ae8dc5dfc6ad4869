import type { Connection } from 'mongoose'
import { wordlessSend } from '../anonymous.ts'
import type { StepEvent } from '../event-store.ts'
import type { InboundRecord } from '../message-store.ts'
import type { Send } from '../send-store.ts'
import { type ExpiringPart, oldest, removeAll } from './part.ts'
import { reportersAmong } from './under-way.ts'

const finalStates: readonly Send['st'][] = ['accepted', 'delivered', 'read', 'failed']

/** What citizens wrote. Who has an open incident keeps theirs, because the department still reads it. */
export const writtenByCitizens = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const walk = { collection: 'messages', town, field: 'at', before, projection: { convId: 1 }, pageSize } as const
    for await (const page of oldest<InboundRecord>(connection, walk)) {
      const busy = await reportersAmong(
        connection,
        town,
        page.map(({ convId }) => convId),
      )
      yield page.filter(({ convId }) => !busy.has(convId)).map(({ _id, at }) => ({ id: _id, at }))
    }
  },
  clear: (town, ids) => removeAll(connection, 'messages', town, ids),
})

/** What they were answered: what was paid for is still counted, without its words and its address. */
export const sentToCitizens = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const projection = { convId: 1, st: 1, isWordless: 1 } as const
    const walk = { collection: 'sends', town, field: 'createdAt', before, projection, pageSize } as const
    for await (const page of oldest<Send>(connection, walk)) {
      const over = page.filter(({ st, isWordless }) => !isWordless && finalStates.includes(st))
      const busy = await reportersAmong(
        connection,
        town,
        over.map(({ convId }) => convId),
      )
      yield over.filter(({ convId }) => !busy.has(convId)).map(({ _id, createdAt }) => ({ id: _id, at: createdAt }))
    }
  },
  async clear(town, ids) {
    const sends = connection.collection<Send>('sends')
    const rows = await sends.find({ _id: { $in: [...ids] }, town, st: { $in: [...finalStates] } }).toArray()
    if (rows.length === 0) return { count: 0, incidents: [] }
    const { modifiedCount } = await sends.bulkWrite(
      rows.map(row => ({
        updateOne: { filter: { _id: row._id, st: row.st }, update: { $set: wordlessSend(row) } },
      })),
      { ordered: false },
    )
    return { count: modifiedCount, incidents: [] }
  },
})

/** What the staff was told by flows, which may hold a citizen's words. */
export const toldToStaff = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const walk = { collection: 'notices', town, field: 'at', before, projection: {}, pageSize } as const
    for await (const page of oldest<{ _id: string; at: Date }>(connection, walk))
      yield page.map(({ _id, at }) => ({ id: _id, at }))
  },
  clear: (town, ids) => removeAll(connection, 'notices', town, ids),
})

/** The words of answers that were not understood; how many there were stays. */
export const notUnderstood = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const projection = { notUnderstood: 1 } as const
    const walk = { collection: 'events', town, field: 'at', before, projection, pageSize } as const
    for await (const page of oldest<StepEvent>(connection, walk)) {
      const worded = page.filter(event => event.notUnderstood.some(({ text }) => text !== ''))
      yield worded.map(({ _id, at }) => ({ id: _id, at }))
    }
  },
  async clear(town, ids) {
    const events = connection.collection<StepEvent>('events')
    const rows = await events.find({ _id: { $in: [...ids] }, town }, { projection: { notUnderstood: 1 } }).toArray()
    if (rows.length === 0) return { count: 0, incidents: [] }
    const { modifiedCount } = await events.bulkWrite(
      rows.map(({ _id, notUnderstood: lost }) => ({
        updateOne: { filter: { _id }, update: { $set: { notUnderstood: lost.map(one => ({ ...one, text: '' })) } } },
      })),
      { ordered: false },
    )
    return { count: modifiedCount, incidents: [] }
  },
})
