import { z } from 'zod'
import { urgencies } from './deadline.ts'
import { priorities } from './effect.ts'
import { flow } from './flow.ts'
import { incidentDetail, incidentStatus, incidentSummary } from './incident.ts'
import { language } from './language.ts'
import { mediaFile, outboundMessage, place } from './message.ts'
import { scheduledVersion } from './publication.ts'
import { period, townStatistics } from './statistics.ts'
import { townData } from './town.ts'
import { windowTemplate } from './window-template.ts'

/** Every change sends this header; with the Origin check it keeps other sites' pages out. */
export const REQUEST_HEADER = 'x-pregoner'

export const roles = ['administrator', 'officer', 'agent'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** A person's part in one town. Agents see the incidents of their departments; an empty list means none. */
export const membership = z.strictObject({
  townKey: z.string(),
  townName: z.string(),
  role,
  departments: z.array(z.string()),
})
export const signedIn = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  memberships: z.array(membership),
  /** Keys of the towns that open only once a second factor has been set up. */
  closedWithoutSecondFactor: z.array(z.string()),
  /** May create towns. */
  isInstallationAdministrator: z.boolean(),
})
export type SignedIn = z.infer<typeof signedIn>
export const signIn = z.strictObject({
  email: z.string().max(200),
  password: z.string().max(200),
  /** Of the authenticator app, or a recovery code; asked for with code `code_needed`. */
  code: z.string().max(40).optional(),
})

/** Every error: `code` is one of the runtime's table, `message` is in the reader's words, `incident` finds the log line. */
export const apiError = z.strictObject({
  code: z.string(),
  message: z.string(),
  correlation: z.string().optional(),
  problems: z.array(z.unknown()).optional(),
  /** The flow tests that do not pass, with code `tests`. */
  tests: z.array(z.unknown()).optional(),
  current: z.unknown().optional(),
})
export type ApiError = z.infer<typeof apiError>

/** Why a template cannot be sent in a language, in the platform's words. */
export const templateTrouble = z.strictObject({
  language: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
})
export type TemplateTrouble = z.infer<typeof templateTrouble>

export const channelState = z.strictObject({
  key: z.string(),
  kind: z.enum(['whatsapp', 'webchat']),
  displayNumber: z.string().nullable(),
  phoneNumberId: z.string().nullable(),
  state: z.enum(['live', 'paused', 'not_connected']),
  pausedReason: z.string().nullable(),
  /** What asks a citizen to reply once the 24-hour window has closed; none when it is left out. */
  windowTemplate: windowTemplate.nullable().optional(),
  /** The languages in which the platform does not let that template out any more. */
  windowTroubles: z.array(templateTrouble).optional(),
})
export const townOverview = z.strictObject({ town: townData, channels: z.array(channelState) })
export type TownOverview = z.infer<typeof townOverview>

export const flowSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  rev: z.number().int(),
  languages: z.array(language),
  nodes: z.number().int(),
  changedAt: z.string(),
  changedBy: z.string(),
  /** The version that answers now; null when it was never published, or has been withdrawn. */
  publishedVersion: z.number().int().nullable(),
  publishedAt: z.string().nullable(),
  /** The newest version, whether it answers or not. */
  newestVersion: z.number().int().nullable(),
  withdrawnAt: z.string().nullable(),
  scheduled: scheduledVersion.nullable(),
  /** Whether the draft differs from the newest version. */
  isChanged: z.boolean(),
  /** Names of the flows its published version runs as they were before they were last published. */
  runsOlder: z.array(z.string()),
  /** How many people are in it now. */
  inside: z.number().int(),
  /** Who edits it just now; null when nobody does. */
  editedBy: z.string().nullable(),
})
export type FlowSummary = z.infer<typeof flowSummary>

/** The draft. `rev` must come back with a save; an older one is refused with code `stale` and the current draft. */
export const flowDraft = z.strictObject({
  flow,
  rev: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type FlowDraft = z.infer<typeof flowDraft>
/** What a save answers: whoever sent the drawing has it. */
export const savedDraft = flowDraft.omit({ flow: true })
export const createFlow = z.strictObject({ name: z.string().min(1).max(120), languages: z.array(language).min(1) })
export const saveFlow = z.strictObject({ flow, rev: z.number().int() })
export const versionSummary = z.strictObject({
  version: z.number().int(),
  hash: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  /** When it was withdrawn, and by whom; null when it was not. */
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  /** How many people are still in it. */
  inside: z.number().int(),
})
export type VersionSummary = z.infer<typeof versionSummary>

export const incidentPage = z.strictObject({
  incidents: z.array(incidentSummary),
  /** Pass it as `since` to get what has changed from here on. */
  cursor: z.string(),
  /** Pass it as `before` for the next older page; null at the end. */
  next: z.string().nullable(),
  /** How many the filter matches in all; only the newest page tells it. */
  total: z.number().int().nullable(),
})
export type IncidentPage = z.infer<typeof incidentPage>
export const incidentQuery = z.strictObject({
  since: z.string().optional(),
  before: z.string().optional(),
  status: incidentStatus.optional(),
  departmentId: z.string().max(60).optional(),
  category: z.string().max(60).optional(),
  districtId: z.string().max(60).optional(),
  text: z.string().max(200).optional(),
  /** Open ones that are late or nearly so, or stand still until the citizen says something. */
  due: z.enum([...urgencies, 'waiting']).optional(),
  /** Open ones of this person; `me` is who asks, `nobody` those that nobody has taken. */
  assignee: z.string().max(60).optional(),
  /** Those with a note that asks for the one who reads. */
  mentions: z.literal('me').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
/** Files of one answer; each goes out as a message of its own. */
export const MAX_ANSWER_FILES = 5

export const answerIncident = z.strictObject({
  rev: z.number().int(),
  /** Made by the browser, so that a repeated click is one answer. */
  answerId: z.string().min(8).max(64),
  text: z.string().trim().max(4_000),
  /** Files uploaded to this incident before, sent along in this order. */
  mediaIds: z.array(z.string().max(200)).max(MAX_ANSWER_FILES).optional(),
  /** Closes the incident with this answer. */
  close: z.boolean(),
})
export const sendAgain = z.strictObject({ rev: z.number().int(), answerId: z.string().min(8).max(64) })
/** What may be changed of an incident, whether one or several at once. */
const incidentChange = z.strictObject({
  status: incidentStatus.optional(),
  departmentId: z.string().max(60).optional(),
  /** A colleague who sees the department; null lets it go. */
  assigneeId: z.string().max(60).nullable().optional(),
  priority: z.enum(priorities).optional(),
  /** Why it is closed without action; required for `closed`. */
  reason: z.string().max(1_000).optional(),
  /** For whoever has it from now on; with another department or colleague only. */
  note: z.string().max(4_000).optional(),
})
export type IncidentChange = z.infer<typeof incidentChange>
export const changeIncident = incidentChange.extend({
  rev: z.number().int(),
  /** Told to the citizen with a change of status; empty tells nothing. */
  tell: z.string().max(1_000).optional(),
  /** Whether the citizen has to say something first. Their next words end it by themselves. */
  waiting: z.boolean().optional(),
})

/** How many incidents one request may change. */
export const MAX_CHANGED_AT_ONCE = 100
const isDistinct = (incidents: { id: string }[]) => new Set(incidents.map(({ id }) => id)).size === incidents.length
/** The same change of several incidents, each on the `rev` it was seen with. */
export const changeIncidents = z.strictObject({
  incidents: z
    .array(z.strictObject({ id: z.string().max(400), rev: z.number().int() }))
    .min(1)
    .max(MAX_CHANGED_AT_ONCE)
    .refine(isDistinct),
  change: incidentChange,
})
/** What became of each, in the order asked: null when it was changed, else the code of the error that kept it. */
export const changedIncidents = z.strictObject({
  results: z.array(z.strictObject({ id: z.string(), failed: z.string().nullable() })),
})
export type ChangedIncidents = z.infer<typeof changedIncidents>

/** Colleagues are mentioned in it by `@` and their name. */
export const noteIncident = z.strictObject({ rev: z.number().int(), text: z.string().trim().min(1).max(4_000) })

/** How many open incidents there are for whoever asks. */
export const incidentCounts = z.strictObject({
  late: z.number().int(),
  soon: z.number().int(),
  waiting: z.number().int(),
  /** Those they have taken. */
  mine: z.number().int(),
  /** Those with a note that asks for them. */
  mentions: z.number().int(),
})
export type IncidentCounts = z.infer<typeof incidentCounts>

/** Somebody incidents can be given to, and who can be mentioned in notes. */
export const colleague = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  /** An agent's departments, as far as the reader sees them too; the others see all. */
  departments: z.array(z.string()),
})
export type Colleague = z.infer<typeof colleague>

/** A notice of a flow to the staff of a department. */
export const notice = z.strictObject({ id: z.string(), departmentId: z.string(), text: z.string(), at: z.string() })
export type Notice = z.infer<typeof notice>

/** One bubble of the web chat. */
export const chatMessage = z.strictObject({
  id: z.string(),
  seq: z.number().int(),
  at: z.string(),
  from: z.enum(['me', 'town']),
  text: z.string(),
  message: outboundMessage.nullable(),
  media: z.array(mediaFile),
  place: place.nullable(),
})
export type ChatMessage = z.infer<typeof chatMessage>
export const chatSay = z.strictObject({
  /** Made by the browser, so that a repeated request is one message. */
  id: z.string().min(8).max(64),
  text: z.string().max(4_096).nullable(),
  choiceId: z.string().max(300).nullable(),
  mediaIds: z.array(z.string().max(200)).max(5),
  place: place.nullable(),
})
export const chatPage = z.strictObject({
  townName: z.string(),
  languages: z.array(language),
  messages: z.array(chatMessage),
  cursor: z.number().int(),
  /** Names the conversation to nobody else; another one begins when all that was said before has been forgotten. */
  conversation: z.string(),
})
export type ChatPage = z.infer<typeof chatPage>

export { incidentDetail, period, townStatistics }
