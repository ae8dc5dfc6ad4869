import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

/** A person in one of their browser tabs. */
export interface Tab {
  personId: string
  name: string
  tab: string
}

/** Who edits a flow, and who would like to. */
export interface Lock {
  holder: Tab | null
  since: Date
  renewedAt: Date
  /** When the holder last changed the draft, or got it. */
  changedAt: Date
  endsAt: Date
  ask: (Tab & { at: Date; isDeclined: boolean }) | null
  /** When whoever asks was last heard of; older asks do not tell. */
  askerAt?: Date | null
}

/** `stamp` is new with every write, so that two who change a lock at once are told apart. */
interface LockRow extends Lock {
  _id: string
  town: string
  flowId: string
  stamp: string
}

/** A lock as it was read; null when there is none. */
export type StoredLock = (Lock & { stamp: string }) | null

const KEPT_SECONDS = 3_600 // a lock that has ended says nothing; this only cleans up

const schema = new Schema<LockRow>(
  {
    _id: String,
    town: String,
    flowId: String,
    stamp: String,
    holder: Schema.Types.Mixed,
    since: Date,
    renewedAt: Date,
    changedAt: Date,
    endsAt: Date,
    ask: Schema.Types.Mixed,
    askerAt: Date,
  },
  { collection: 'flow_locks', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ town: 1 })
schema.index({ endsAt: 1 }, { expireAfterSeconds: KEPT_SECONDS })

const lockId = (townKey: string, flowId: string) => `${townKey}:${flowId}`

export type LockStore = ReturnType<typeof createLockStore>

/** Who edits which flow, for every process that serves this database. */
export function createLockStore(connection: Connection) {
  const Locks = connection.model<LockRow>('FlowLock', schema)
  return {
    async read(townKey: string, flowId: string): Promise<StoredLock> {
      return Locks.findById(lockId(townKey, flowId)).lean()
    },

    async ofTown(townKey: string): Promise<Map<string, Lock>> {
      const rows = await Locks.find({ town: townKey }).lean()
      return new Map(rows.map(row => [row.flowId, row]))
    },

    /** Puts `lock` in place of the one that was read as `before`; false when it is another by now. */
    async replace(townKey: string, flowId: string, before: StoredLock, lock: Lock): Promise<boolean> {
      const _id = lockId(townKey, flowId)
      const stamp = randomUUID()
      const { holder, since, renewedAt, changedAt, endsAt, ask, askerAt = null } = lock
      const fields = { stamp, holder, since, renewedAt, changedAt, endsAt, ask, askerAt }
      if (before) {
        const { matchedCount } = await Locks.updateOne({ _id, stamp: before.stamp }, { $set: fields })
        return matchedCount > 0
      }
      try {
        await Locks.create([{ _id, town: townKey, flowId, ...fields }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
  }
}
