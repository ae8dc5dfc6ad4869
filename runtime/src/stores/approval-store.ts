import type { Approval, ApproveFlow } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Author } from './flow-store.ts'

/** An approval as it is stored; `content` is the fingerprint of what people meet, which moving a step leaves as it is. */
export interface StoredApproval extends Omit<Approval, 'isOfDraft' | 'versions' | 'at'> {
  content: string
  at: Date
}

type ApprovalRow = Omit<StoredApproval, 'id'> & { _id: string; town: string; flowId: string }

const schema = new Schema<ApprovalRow>(
  {
    _id: String,
    town: String,
    flowId: String,
    drawing: String,
    content: String,
    approver: String,
    office: String,
    languages: [String],
    note: String,
    by: String,
    at: Date,
  },
  { collection: 'flow_approvals', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, flowId: 1, at: -1 })

const MAX_LISTED = 200

export type ApprovalStore = ReturnType<typeof createApprovalStore>

/** Who approved which drawing of a flow. Approvals are only ever added; they go with a flow that is deleted. */
export function createApprovalStore(connection: Connection) {
  const Approvals = connection.model<ApprovalRow>('FlowApproval', schema)

  return {
    /** Newest first. */
    async list(townKey: string, flowId: string): Promise<StoredApproval[]> {
      const rows = await Approvals.find({ town: townKey, flowId }, { town: 0, flowId: 0 })
        .sort({ at: -1 })
        .limit(MAX_LISTED)
        .lean()
      return rows.map(({ _id, ...row }) => ({ id: _id, ...row }))
    },

    async add(
      townKey: string,
      flowId: string,
      { id, content, ...approved }: ApproveFlow & { id: string; content: string },
      { by, at }: Author,
    ): Promise<void> {
      await Approvals.create([{ _id: id, town: townKey, flowId, content, ...approved, by, at }])
    },

    async removeAll(townKey: string, flowId: string): Promise<void> {
      await Approvals.deleteMany({ town: townKey, flowId })
    },
  }
}
