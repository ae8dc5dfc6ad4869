import type { NewSavedReply, SavedReply } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'

interface SavedReplyRow extends Omit<SavedReply, 'id'> {
  _id: string
  town: string
}

const schema = new Schema<SavedReplyRow>(
  { _id: String, town: String, rev: Number, name: String, departmentId: String, text: Schema.Types.Mixed },
  { collection: 'saved_replies', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ town: 1, name: 1 })

const toReply = ({ _id, town: _, ...row }: SavedReplyRow): SavedReply => ({ id: _id, ...row })

export type SavedReplyStore = ReturnType<typeof createSavedReplyStore>

/** What agents send often. They see the whole town's and their departments'; another's does not exist for them. */
export function createSavedReplyStore(connection: Connection) {
  const Replies = connection.model<SavedReplyRow>('SavedReply', schema)

  const inScope = (scope: Scope) => {
    const departments = departmentsOf(scope)
    return { town: scope.townKey, ...(departments && { departmentId: trusted({ $in: [null, ...departments] }) }) }
  }

  return {
    /** By name. */
    async list(scope: Scope): Promise<SavedReply[]> {
      return (await Replies.find(inScope(scope)).sort({ name: 1, _id: 1 }).lean()).map(toReply)
    },

    count: (townKey: string): Promise<number> => Replies.countDocuments({ town: townKey }),

    async get(scope: Scope, id: string): Promise<SavedReply | null> {
      const row = await Replies.findOne({ _id: id, ...inScope(scope) }).lean()
      return row && toReply(row)
    },

    async create(townKey: string, id: string, reply: NewSavedReply): Promise<SavedReply> {
      await Replies.create([{ _id: id, town: townKey, rev: 1, ...reply }])
      return { id, rev: 1, ...reply }
    },

    /** Changes revision `rev`; null when it has another one by now, or is out of scope. */
    async change(scope: Scope, id: string, rev: number, reply: NewSavedReply): Promise<SavedReply | null> {
      const row = await Replies.findOneAndUpdate(
        { _id: id, rev, ...inScope(scope) },
        { $set: reply, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      ).lean()
      return row && toReply(row)
    },

    /** False when it has another revision by now, or is out of scope. */
    async remove(scope: Scope, id: string, rev: number): Promise<boolean> {
      const { deletedCount } = await Replies.deleteOne({ _id: id, rev, ...inScope(scope) })
      return deletedCount === 1
    },
  }
}
