import type { Flow, PeopleMove } from '@pregoner/shared'
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

/** People to be taken out of older versions; worked off conversation by conversation, also after a crash. */
export interface MovingRow {
  id: string
  /** The version they go to; null when the flow was withdrawn. */
  to: number | null
  /** What becomes of whom; null tells everybody that the flow is withdrawn. */
  people: PeopleMove[] | null
  /** The last conversation that was told. */
  after: string | null
  /** When all are gone through once more, for whoever was on the way to another step; null until they were once. */
  againAt: Date | null
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
  /** The fingerprints of its sub-flows by their ids; versions of before do not tell. */
  runs?: Record<string, string>
  note: string
  by: string
  at: Date
  /** One publication makes one version, however often it is tried. */
  publication: string
  withdrawnAt: Date | null
  withdrawnBy: string | null
  moving: MovingRow[]
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
    runs: Schema.Types.Mixed,
    note: String,
    by: String,
    at: Date,
    publication: String,
    withdrawnAt: Date,
    withdrawnBy: String,
    moving: Schema.Types.Mixed,
  },
  { collection: 'flow_versions', strict: 'throw', versionKey: false, minimize: false },
)
versionSchema.index({ town: 1, flowId: 1, version: -1 }, { unique: true })
versionSchema.index({ publication: 1 }, { unique: true, sparse: true })
versionSchema.index({ 'moving.id': 1 }, { sparse: true })
