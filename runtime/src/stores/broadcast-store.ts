import type { Broadcast, BroadcastDraft } from '@pregoner/shared'
import type { Connection } from 'mongoose'

type State = Broadcast['state']

/** A broadcast as it is kept. */
export interface BroadcastRow
  extends Omit<Broadcast, 'id' | 'changedAt' | 'sentAt' | 'finishedAt' | 'nextAt' | 'missedAt' | 'frontUntil'> {
  _id: string
  town: string
  changedAt: Date
  sentAt: Date | null
  finishedAt: Date | null
  nextAt?: Date | null
  missedAt?: Date | null
  frontUntil?: Date | null
}

const MAX_LISTED = 200

export const broadcastIndexes = [
  { key: { town: 1, changedAt: -1 } },
  { key: { town: 1, frontUntil: 1 }, partialFilterExpression: { frontUntil: { $type: 'date' } } },
  { key: { nextAt: 1 }, partialFilterExpression: { state: { $in: ['scheduled'] } } },
  { key: { state: 1 }, partialFilterExpression: { state: { $in: ['listing', 'sending'] } } },
] as const

export const toBroadcast = (stored: BroadcastRow): Broadcast => {
  const { _id, town: _, changedAt, sentAt, finishedAt, nextAt, missedAt, frontUntil, ...row } = stored
  return {
    ...row,
    id: _id,
    changedAt: changedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
    missedAt: missedAt?.toISOString() ?? null,
    frontUntil: frontUntil?.toISOString() ?? null,
  }
}

/** Every part of it named, so that what is not said any more goes. */
const wholeDraft = (draft: BroadcastDraft) => ({
  ...draft,
  template: draft.template ?? null,
  emergency: draft.emergency ?? null,
  buttons: draft.buttons ?? [],
})

export type BroadcastStore = ReturnType<typeof createBroadcastStore>

/** What a town says to many. A draft changes by its revision; one that was sent never changes again. */
export function createBroadcastStore(connection: Connection) {
  const broadcasts = connection.collection<BroadcastRow>('broadcasts')

  return {
    /** The newest first. */
    async list(townKey: string): Promise<Broadcast[]> {
      const rows = await broadcasts.find({ town: townKey }).sort({ changedAt: -1 }).limit(MAX_LISTED).toArray()
      return rows.map(toBroadcast)
    },

    async get(townKey: string, id: string): Promise<Broadcast | null> {
      const row = await broadcasts.findOne({ _id: id, town: townKey })
      return row && toBroadcast(row)
    },

    /** `authorId` is the id of `by`, when it is a person of the town. */
    async create(
      townKey: string,
      id: string,
      draft: BroadcastDraft,
      by: string,
      at: Date,
      authorId: string | null = null,
    ): Promise<Broadcast> {
      const row: BroadcastRow = {
        ...{ _id: id, town: townKey, rev: 1, state: 'draft', ...wholeDraft(draft), by, changedAt: at },
        ...{
          sentBy: null,
          sentAt: null,
          finishedAt: null,
          authorIds: authorId === null ? [] : [authorId],
          approval: null,
        },
      }
      await broadcasts.insertOne(row)
      return toBroadcast(row)
    },

    /** Changes revision `rev` of a draft; null when it is another one by now, or on its way. */
    async change(
      townKey: string,
      id: string,
      rev: number,
      draft: BroadcastDraft,
      by: string,
      at: Date,
      authorId: string | null = null,
    ): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, rev, state: 'draft' },
        {
          $set: { ...wholeDraft(draft), by, changedAt: at, missedAt: null, approval: null },
          $inc: { rev: 1 },
          ...(authorId !== null && { $addToSet: { authorIds: authorId } }),
        },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },

    /**
     * Sends revision `rev`, once: null when somebody has changed it, or has sent it already. Until `frontUntil` it stands
     * in front of every flow.
     */
    async begin(
      townKey: string,
      id: string,
      rev: number,
      sentBy: string,
      at: Date,
      frontUntil: Date | null = null,
    ): Promise<Broadcast | null> {
      const row = await broadcasts.findOneAndUpdate(
        { _id: id, town: townKey, rev, state: 'draft' },
        { $set: { state: 'listing', sentBy, sentAt: at, changedAt: at, frontUntil }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      )
      return row && toBroadcast(row)
    },

    /** Deletes revision `rev` of a draft. */
    async remove(townKey: string, id: string, rev: number): Promise<boolean> {
      return (await broadcasts.deleteOne({ _id: id, town: townKey, rev, state: 'draft' })).deletedCount === 1
    },

    /** Those on their way, of all towns. */
    underWay: (): Promise<BroadcastRow[]> => broadcasts.find({ state: { $in: ['listing', 'sending'] } }).toArray(),

    /** Goes on to the next state; whoever was there first has done it. */
    async goOn(id: string, from: State, to: State, at: Date): Promise<void> {
      const end = to === 'sent' ? { finishedAt: at } : {}
      await broadcasts.updateOne({ _id: id, state: from }, { $set: { state: to, ...end }, $inc: { rev: 1 } })
    },
  }
}
