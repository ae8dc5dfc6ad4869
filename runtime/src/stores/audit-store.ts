import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'

/** One line of the activity log: who did what to which thing. No texts, no citizens' data. */
export interface AuditLine {
  town: string | null
  personId: string | null
  /** Like `flow.publish` or `session.refused`. */
  action: string
  /** Id of the flow, incident or channel it was done to. */
  object: string | null
  at: Date
}

const schema = new Schema<AuditLine>(
  { town: String, personId: String, action: String, object: String, at: Date },
  { collection: 'audit', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, at: -1 })

export type AuditStore = ReturnType<typeof createAuditStore>

/** Append-only: there is no way here to change or remove a line. */
export function createAuditStore(connection: Connection) {
  const Audit = connection.model<AuditLine>('Audit', schema)

  return {
    async append(line: AuditLine): Promise<void> {
      await Audit.create([line])
    },

    /** The newest lines of a town; null gives those of the installation, like sign-ins. */
    async newest(townKey: string | null, limit: number): Promise<AuditLine[]> {
      return Audit.find({ town: townKey }, { _id: 0 }).sort({ at: -1 }).limit(limit).lean()
    },
  }
}
