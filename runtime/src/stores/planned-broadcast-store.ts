import { type Broadcast, frontUntilOf, type SendingPlan } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { type BroadcastRow, toBroadcast } from './broadcast-store.ts'
import { insertIfAbsent } from './connect.ts'

const MAX_DUE = 20

export type PlannedBroadcastStore = ReturnType<typeof createPlannedBroadcastStore>

/** Notices that wait for their time. Whatever comes of a time is named after it, so that trying again does nothing twice. */
export function createPlannedBroadcastStore(connection: Connection) {
  const broadcasts = connection.collection<BroadcastRow>('broadcasts')
  const noPlan = { plan: null, nextAt: null }

  return {
    /** Has revision `rev` of a draft wait; null when somebody has changed it, or has sent it already. */
    async schedule(
      townKey: string,
      id: string,
      rev: number,
      { plan, nextAt }: { plan: SendingPlan; nextAt: Date },
      by: string,
      at: Date,
    ): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, rev, state: 'draft' },
        {
          $set: { state: 'scheduled', plan, nextAt, missedAt: null, sentBy: by, changedAt: at },
          $inc: { rev: 1 },
        },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },

    /** Makes revision `rev` of a scheduled one a draft again; null when it has gone out, or is another one by now. */
    async cancel(townKey: string, id: string, rev: number, at: Date): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, rev, state: 'scheduled' },
        { $set: { state: 'draft', ...noPlan, sentBy: null, changedAt: at }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },

    /** Those whose time has come, of all towns. */
    due: (now: Date): Promise<BroadcastRow[]> =>
      broadcasts
        .find({ state: { $in: ['scheduled'] }, nextAt: { $lte: now } })
        .sort({ nextAt: 1 })
        .limit(MAX_DUE)
        .toArray(),

    /** It goes out now, unless it was cancelled. */
    async begin({ _id, rev, emergency }: BroadcastRow, at: Date): Promise<void> {
      await broadcasts.updateOne(
        { _id, rev, state: 'scheduled' },
        {
          $set: { state: 'listing', nextAt: null, sentAt: at, changedAt: at, frontUntil: frontUntilOf(emergency, at) },
          $inc: { rev: 1 },
        },
      )
    },

    /** What goes out of a repeated one at a time of the plan; the same time again changes nothing. */
    async addOccurrence(
      { _id, ...row }: BroadcastRow,
      { day, time }: { day: string; time: string },
      at: Date,
    ): Promise<void> {
      const occurrence: BroadcastRow = {
        ...{ ...row, _id: `${_id}-${day}-${time.replace(':', '')}`, state: 'listing', rev: 1, ...noPlan, planOf: _id },
        ...{ sentAt: at, changedAt: at, frontUntil: frontUntilOf(row.emergency, at) },
      }
      await insertIfAbsent(() => broadcasts.insertOne(occurrence))
    },

    /** It waits for its next time, or is a draft again when there is none. Whoever was there first has done it. */
    async goOn({ _id, rev }: BroadcastRow, nextAt: Date | null, missedAt: Date | null, at: Date): Promise<void> {
      const next = nextAt ? { nextAt } : { state: 'draft' as const, ...noPlan, sentBy: null, changedAt: at }
      await broadcasts.updateOne({ _id, rev, state: 'scheduled' }, { $set: { ...next, missedAt }, $inc: { rev: 1 } })
    },
  }
}
