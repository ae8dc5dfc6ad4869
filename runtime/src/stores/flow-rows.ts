import type { Flow } from '@pregoner/shared'
import { Schema } from 'mongoose'

/** A draft as it is stored; `drawing` is the fingerprint of `flow`. */
export interface DraftRow {
  _id: string
  town: string
  flowId: string
  rev: number
  flow: Flow
  drawing: string
  /** Set before the first version is frozen, so that nobody deletes the draft meanwhile. */
  isPublished: boolean
  changedAt: Date
  changedBy: string
}

/** A published version as it is stored; `hash` covers the flow and its sub-flows, `drawing` the flow alone. */
export interface VersionRow {
  _id: string
  town: string
  flowId: string
  version: number
  flow: Flow
  subflows: Flow[]
  hash: string
  drawing: string
  note: string
  by: string
  at: Date
}

export const draftSchema = new Schema<DraftRow>(
  {
    _id: String,
    town: String,
    flowId: String,
    rev: Number,
    flow: Schema.Types.Mixed,
    drawing: String,
    isPublished: Boolean,
    changedAt: Date,
    changedBy: String,
  },
  { collection: 'flow_drafts', strict: 'throw', versionKey: false, minimize: false },
)
draftSchema.index({ town: 1, flowId: 1 }, { unique: true })

export const versionSchema = new Schema<VersionRow>(
  {
    _id: String,
    town: String,
    flowId: String,
    version: Number,
    flow: Schema.Types.Mixed,
    subflows: Schema.Types.Mixed,
    hash: String,
    drawing: String,
    note: String,
    by: String,
    at: Date,
  },
  { collection: 'flow_versions', strict: 'throw', versionKey: false, minimize: false },
)
versionSchema.index({ town: 1, flowId: 1, version: -1 }, { unique: true })
