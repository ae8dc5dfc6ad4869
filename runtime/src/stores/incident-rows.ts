import type {
  Deadlines,
  EffectOf,
  IncidentDetail,
  IncidentEntry,
  IncidentStatus,
  IncidentSummary,
  InputOf,
  MediaFile,
  NextDue,
  Pause,
  Spot,
} from '@pregoner/shared'
import { Schema } from 'mongoose'
import type { Located } from '../geography/locate.ts'

type Opening = Omit<EffectOf<'open_incident'>, 'kind' | 'reference' | 'asksSolved'>

/** What people at the town hall said, until the conversation has it for sure. */
export interface PendingInput {
  id: string
  event: InputOf<'people'>['event']
  text: string
  media?: MediaFile[]
  asksSolved?: true
  asksReply?: true
  /** Whose conversation it is, when not the one it came from, and how they call the matter. */
  to?: { convId: string; reference: string }
}

/** Somebody else who has the same matter. */
export interface Follower {
  convId: string
  /** What they were told to name it by. */
  reference: string
  /** What they hear of: every change of status, or only its end. */
  hears: 'all' | 'end'
}

/** Reports of the same matter. Older incidents have none. */
export interface IncidentLinks {
  followers: Follower[]
  duplicateOf: { id: string; reference: string } | null
}

/** When an incident is due. Older incidents have none of it: nothing was promised for them. */
export interface IncidentClock extends NextDue {
  /** What its category promised when it was opened. */
  deadlines: Deadlines | null
  /** When the clock stood still: while the citizen had to say something, and after an end. Oldest first. */
  pauses: Pause[]
  waitingSince: Date | null
}

/** Who is asked to do something. Older incidents have a name at most. */
export interface IncidentHands {
  assigneeId: string | null
  /** Whom notes ask for, until they say that they have seen it. */
  mentioned: string[]
}

export interface IncidentRow
  extends Opening,
    Partial<IncidentClock>,
    Partial<IncidentHands>,
    Partial<IncidentLinks>,
    Partial<Located> {
  _id: string
  town: string
  rev: number
  /** Unique in the town. */
  reference: string
  /** The reference the citizen was told: the same, unless another incident had it already. */
  toldReference: string
  status: IncidentStatus
  channelId: string
  channelKind: IncidentSummary['channel']
  convId: string
  contactName: string | null
  openedAt: Date
  changedAt: Date
  answeredAt: Date | null
  assignee: string | null
  windowEndsAt: Date | null
  /** The department that had it before, whose feed must let it go. */
  handedFrom: string | null
  entries: IncidentEntry[]
  mediaIds: string[]
  outbox: PendingInput[]
  /** Whether the citizen is still to be asked if it was solved. */
  asksSolved?: boolean
  /** Folded words for the search box. */
  search: string
}

/** A row as lists read it. */
export type SummaryRow = Omit<IncidentRow, keyof typeof summaryFields>

const Mixed = Schema.Types.Mixed

export const incidentSchema = new Schema<IncidentRow>(
  {
    _id: String,
    town: String,
    rev: Number,
    reference: String,
    toldReference: String,
    departmentId: String,
    personId: String,
    category: String,
    mode: String,
    priority: String,
    summary: String,
    text: String,
    media: Mixed,
    place: Mixed,
    answers: Mixed,
    language: String,
    flowId: String,
    node: String,
    status: String,
    channelId: String,
    channelKind: String,
    convId: String,
    contactName: String,
    openedAt: Date,
    changedAt: Date,
    answeredAt: Date,
    assignee: String,
    windowEndsAt: Date,
    handedFrom: String,
    entries: Mixed,
    mediaIds: { type: [String], default: undefined },
    outbox: Mixed,
    asksSolved: Boolean,
    search: String,
    deadlines: Mixed,
    pauses: Mixed,
    waitingSince: Date,
    dueFor: String,
    dueAt: Date,
    soonAt: Date,
    assigneeId: String,
    mentioned: { type: [String], default: undefined },
    spot: Mixed,
    districtId: String,
    followers: Mixed,
    duplicateOf: Mixed,
  },
  { collection: 'incidents', strict: 'throw', versionKey: false, minimize: false },
)
incidentSchema.index({ town: 1, reference: 1 }, { unique: true })
incidentSchema.index({ town: 1, openedAt: -1, _id: -1 })
incidentSchema.index({ town: 1, departmentId: 1, openedAt: -1, _id: -1 })
incidentSchema.index({ town: 1, changedAt: 1, _id: 1 })
incidentSchema.index({ convId: 1, toldReference: 1 })
incidentSchema.index({ town: 1, mediaIds: 1 })
incidentSchema.index({ 'outbox.id': 1 }, { sparse: true })
incidentSchema.index({ town: 1, districtId: 1, openedAt: -1 })
incidentSchema.index({ town: 1, dueAt: 1 })
incidentSchema.index({ town: 1, assigneeId: 1 })
incidentSchema.index({ town: 1, mentioned: 1 })
incidentSchema.index({ 'followers.convId': 1 }, { sparse: true })

/** What older incidents were opened with. */
export const pinOf = (place: IncidentRow['place']): Spot | null =>
  place?.latitude == null || place.longitude === null ? null : { at: [place.longitude, place.latitude], isExact: true }

/** What `toSummary` does not read, which is most of an old incident. */
export const summaryFields = { entries: 0, outbox: 0, answers: 0, text: 0, search: 0, pauses: 0 } as const

export const toSummary = (row: SummaryRow): IncidentSummary => ({
  id: row._id,
  rev: row.rev,
  reference: row.reference,
  departmentId: row.departmentId,
  personId: row.personId,
  category: row.category,
  status: row.status,
  mode: row.mode,
  priority: row.priority,
  summary: row.summary,
  place: row.place,
  spot: row.spot ?? pinOf(row.place),
  districtId: row.districtId ?? null,
  thumbnail: row.media.find(({ kind }) => kind === 'image')?.mediaId ?? null,
  channel: row.channelKind,
  contactName: row.contactName,
  language: row.language,
  openedAt: row.openedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  assignee: row.assignee,
  assigneeId: row.assigneeId ?? null,
  windowEndsAt: row.windowEndsAt?.toISOString() ?? null,
  dueFor: row.dueFor ?? null,
  dueAt: row.dueAt?.toISOString() ?? null,
  soonAt: row.soonAt?.toISOString() ?? null,
  waitingSince: row.waitingSince?.toISOString() ?? null,
  mentioned: row.mentioned ?? [],
  ...(row.followers?.length && { followers: row.followers.length }),
  ...(row.duplicateOf && row.status === 'duplicate' && { duplicateOf: row.duplicateOf }),
})

export const toDetail = (row: IncidentRow): IncidentDetail => ({
  ...toSummary(row),
  text: row.text,
  media: row.media,
  answers: row.answers,
  flowId: row.flowId,
  node: row.node,
  entries: row.entries.map(entry => ({ ...entry, to: entry.to ?? null })),
  asksSolved: row.asksSolved ?? false,
})

/** What a department is told of an incident that is no longer its own: enough to let it go, and nothing of what followed. */
export const leaving = ({ duplicateOf: _, ...summary }: IncidentSummary): IncidentSummary => ({
  ...summary,
  summary: '',
  place: null,
  spot: null,
  thumbnail: null,
  contactName: null,
  assignee: null,
  assigneeId: null,
  dueFor: null,
  dueAt: null,
  soonAt: null,
  waitingSince: null,
  mentioned: [],
})
