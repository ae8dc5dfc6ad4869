import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** All that is left of somebody who was forgotten: that it was done, when, and how much it was. */
export interface Erasure {
  /** A keyed hash of the conversation. */
  id: string
  town: string
  channelKind: 'whatsapp' | 'webchat'
  requestedAt: Date
  /** Null while it is under way. */
  finishedAt: Date | null
  /** Documents by collection, as they were found when it began. */
  counts: Record<string, number>
  /** Whether the citizen was told beforehand. */
  wasTold: boolean
  /** They had not written for long and asked for nothing; older proofs do not tell. */
  isForIdleness?: boolean
}
type ErasureRow = Omit<Erasure, 'id'> & { _id: string }

const MAX_LISTED = 500

const schema = new Schema<ErasureRow>(
  {
    _id: String,
    town: String,
    channelKind: String,
    requestedAt: Date,
    finishedAt: Date,
    counts: Schema.Types.Mixed,
    wasTold: Boolean,
    isForIdleness: Boolean,
  },
  { collection: 'erasures', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ town: 1, requestedAt: -1 })

export type ErasureStore = ReturnType<typeof createErasureStore>

/** The proofs of erasure, which hold nothing that leads to a person. */
export function createErasureStore(connection: Connection) {
  const Erasures = connection.model<ErasureRow>('Erasure', schema)

  return {
    /** Notes what is about to go; the first note stays, because after it there is less. */
    begin: ({ id, ...erasure }: Erasure): Promise<void> =>
      insertIfAbsent(() => Erasures.create([{ _id: id, ...erasure }])),

    async finish(townKey: string, id: string, at: Date): Promise<void> {
      await Erasures.updateOne({ _id: id, town: townKey, finishedAt: null }, { $set: { finishedAt: at } })
    },

    /** Which of these hashes stand for somebody who was forgotten. */
    async among(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set()
      const rows = await Erasures.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean()
      return new Set(rows.map(({ _id }) => _id))
    },

    async newest(townKey: string): Promise<Erasure[]> {
      const rows = await Erasures.find({ town: townKey }).sort({ requestedAt: -1 }).limit(MAX_LISTED).lean()
      return rows.map(({ _id, ...row }) => ({ id: _id, ...row }))
    },
  }
}
