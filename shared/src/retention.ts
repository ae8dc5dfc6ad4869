import { z } from 'zod'

/** What a town keeps for a time of its own choosing. */
export const dataClasses = [
  ...(['messages', 'answers', 'memory', 'media', 'incidents', 'broadcasts'] as const),
  ...(['contacts', 'imported', 'web_chats', 'technical'] as const),
] as const
export type DataClass = (typeof dataClasses)[number]

export const keptFor = z.strictObject({ count: z.number().int().min(1).max(9999), unit: z.enum(['days', 'months']) })
/** How long something is kept; null is for ever. */
export type KeptFor = z.infer<typeof keptFor>

const DAY_MS = 86_400_000
const MONTH_DAYS = 30

interface Bounds {
  minDays: number
  /** Null where it may be kept for ever. */
  maxDays: number | null
}

/**
 * Between what a town may choose. What WhatsApp may still report on, for up to 30 days, cannot go; what leads to a person
 * cannot stay for ever (GDPR, article 5.1.e). An incident without its person may, and old ones with theirs where the law
 * on archives asks for it; and so may who once asked for notices, as long as they have not asked for no more.
 */
export const retentionBounds: Readonly<Record<DataClass, Bounds>> = {
  messages: { minDays: 31, maxDays: 60 * MONTH_DAYS },
  answers: { minDays: 7, maxDays: 60 * MONTH_DAYS },
  memory: { minDays: 7, maxDays: 60 * MONTH_DAYS },
  media: { minDays: 7, maxDays: 60 * MONTH_DAYS },
  incidents: { minDays: 30, maxDays: null },
  broadcasts: { minDays: 31, maxDays: 60 * MONTH_DAYS },
  contacts: { minDays: 180, maxDays: 120 * MONTH_DAYS },
  imported: { minDays: 180, maxDays: null },
  web_chats: { minDays: 7, maxDays: 60 * MONTH_DAYS },
  technical: { minDays: 31, maxDays: 24 * MONTH_DAYS },
}

const daysOf = ({ count, unit }: KeptFor): number => (unit === 'days' ? count : count * MONTH_DAYS)

/** Whether a town may keep this class for so long. */
export function mayBeKept(name: DataClass, kept: KeptFor | null): boolean {
  const { minDays, maxDays } = retentionBounds[name]
  if (kept === null) return maxDays === null
  const days = daysOf(kept)
  return days >= minDays && (maxDays === null || days <= maxDays)
}

const period = (name: DataClass) => keptFor.nullable().refine(kept => mayBeKept(name, kept), 'out of bounds')

/** How long a town keeps each class. */
export const retentionPolicy = z.strictObject({
  messages: period('messages'),
  answers: period('answers'),
  memory: period('memory'),
  media: period('media'),
  incidents: period('incidents'),
  broadcasts: period('broadcasts'),
  contacts: period('contacts'),
  imported: period('imported'),
  web_chats: period('web_chats'),
  technical: period('technical'),
})
export type RetentionPolicy = z.infer<typeof retentionPolicy>

const months = (count: number): KeptFor => ({ count, unit: 'months' })

/** What holds for a town that has chosen nothing. */
export const defaultRetention: RetentionPolicy = {
  messages: months(12),
  answers: months(12),
  memory: months(12),
  media: months(6),
  incidents: months(60),
  broadcasts: months(12),
  contacts: months(24),
  imported: null,
  web_chats: months(6),
  technical: { count: 90, unit: 'days' },
}

/** What is older than this has been kept long enough; null when it is kept for ever. */
export function keptSince(now: Date, kept: KeptFor | null): Date | null {
  if (kept === null) return null
  if (kept.unit === 'days') return new Date(now.getTime() - kept.count * DAY_MS)
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - kept.count)
  if (since.getUTCDate() !== now.getUTCDate()) since.setUTCDate(0) // a day the month does not have: its last one
  return since
}

/** A town's periods, and who has chosen them. */
export const retentionView = z.strictObject({
  policy: retentionPolicy,
  /** 0 while nobody has chosen. */
  rev: z.number().int(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
})
export type RetentionView = z.infer<typeof retentionView>

export const changeRetention = z.strictObject({ policy: retentionPolicy, rev: z.number().int().min(0) })
export const tryRetention = z.strictObject({ policy: retentionPolicy })

/** What would go today; nothing has. */
export const retentionTrial = z.array(
  z.strictObject({
    name: z.enum(dataClasses),
    count: z.number().int(),
    /** When the oldest of it is from. */
    oldest: z.string().nullable(),
  }),
)
export type RetentionTrial = z.infer<typeof retentionTrial>

/** What became of one run. */
export const retentionRun = z.strictObject({
  id: z.string(),
  kind: z.enum(['nightly', 'by_hand']),
  /** Who had it run; null for the nightly one. */
  by: z.string().nullable(),
  startedAt: z.string(),
  /** Null while it is under way. */
  finishedAt: z.string().nullable(),
  /** How often it was cut off and taken up again; what went right before may be missing in the counts. */
  interruptions: z.number().int(),
  counts: z.partialRecord(z.enum(dataClasses), z.number().int()),
  /** Classes that could not be finished; the next run goes on with them. */
  failed: z.array(z.enum(dataClasses)),
})
export type RetentionRun = z.infer<typeof retentionRun>
