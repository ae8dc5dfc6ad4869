import { z } from 'zod'
import { answers } from './answer.ts'
import { duties } from './deadline.ts'
import { priorities } from './effect.ts'
import { spot } from './geography.ts'
import { language } from './language.ts'
import { mediaFile, place } from './message.ts'

export const incidentStatuses = [
  'new',
  'assigned',
  'in_progress',
  'planned',
  'resolved',
  'closed',
  'duplicate',
  'referred',
] as const
export const incidentStatus = z.enum(incidentStatuses)
export type IncidentStatus = z.infer<typeof incidentStatus>

/** One line of an incident's story, oldest first. */
export const incidentEntry = z.strictObject({
  id: z.string(),
  at: z.string(),
  kind: z.enum([
    'opened',
    'citizen',
    'answer',
    'note',
    'status',
    'assigned',
    'department',
    'priority',
    'waiting',
    'resumed',
    'delivery',
    'solved',
    'unsolved',
  ]),
  /** Name of the officer or agent; null for the citizen and for Pregoner itself. */
  by: z.string().nullable(),
  text: z.string(),
  media: z.array(mediaFile),
  status: incidentStatus.nullable(),
  /** What it was changed to: the id of a department, a priority, a person's name; empty when nobody has it any more. */
  to: z.string().nullable(),
  /** Of an answer: how far it got. */
  delivery: z.enum(['queued', 'parked', 'sending', 'accepted', 'delivered', 'read', 'failed']).nullable(),
  /** Why an answer could not be delivered, as a code of the channel. */
  failure: z.string().nullable(),
  /** The failed entry whose words this one sends again. */
  againOf: z.string().optional(),
  /** Of a change of status: how many of those who follow it were told, and how many WhatsApp did not let be told. */
  news: z.strictObject({ told: z.number().int(), leftOut: z.number().int() }).optional(),
})
export type IncidentEntry = z.infer<typeof incidentEntry>

/** A matter routed to a department, as the feed lists it. */
export const incidentSummary = z.strictObject({
  id: z.string(),
  /** Raised by every change; a feed keeps the highest. */
  rev: z.number().int(),
  reference: z.string(),
  departmentId: z.string(),
  personId: z.string().nullable(),
  category: z.string().nullable(),
  status: incidentStatus,
  mode: z.enum(['one_answer', 'dialogue']),
  priority: z.enum(priorities),
  summary: z.string(),
  place: place.nullable(),
  /** Where it is on the map; null when the place says too little. */
  spot: spot.nullable(),
  /** The part of the town it is in. */
  districtId: z.string().nullable(),
  /** First picture, for the list. */
  thumbnail: z.string().nullable(),
  /** Of `open311` there is no conversation: whoever reported it cannot be answered. */
  channel: z.enum(['whatsapp', 'webchat', 'open311']),
  contactName: z.string().nullable(),
  language,
  openedAt: z.string(),
  changedAt: z.string(),
  answeredAt: z.string().nullable(),
  /** Who has it: the name as it was then, and the id; what was assigned by name only has no id. */
  assignee: z.string().nullable(),
  assigneeId: z.string().nullable(),
  /** ISO time at which the 24-hour window for free answers ends; null when the channel has none. */
  windowEndsAt: z.string().nullable(),
  /** What is due next, in working hours of the department; null when nothing is. */
  dueFor: z.enum(duties).nullable(),
  dueAt: z.string().nullable(),
  /** From when on `dueAt` is near. */
  soonAt: z.string().nullable(),
  /** Since when the citizen is to say something first; what is due stands still as long as they do not. */
  waitingSince: z.string().nullable(),
  /** Ids of colleagues whom a note asks for and who have not said yet that they saw it. */
  mentioned: z.array(z.string()),
  /** How many others have the same matter and follow this one; left out when nobody does. */
  followers: z.number().int().optional(),
  /** The one it was merged into. */
  duplicateOf: z.strictObject({ id: z.string(), reference: z.string() }).optional(),
})
export type IncidentSummary = z.infer<typeof incidentSummary>

export const incidentDetail = incidentSummary.extend({
  text: z.string(),
  media: z.array(mediaFile),
  answers,
  flowId: z.string(),
  node: z.string(),
  entries: z.array(incidentEntry),
  /** Whether the citizen is to be asked, with the answer that resolves it, if that solved it. */
  asksSolved: z.boolean().optional(),
})
export type IncidentDetail = z.infer<typeof incidentDetail>
