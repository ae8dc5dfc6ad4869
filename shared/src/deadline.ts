import { addWorkingTime, type Calendar, workingMinutesBetween } from './calendar.ts'
import type { Deadlines } from './department.ts'

const MINUTES_PER_HOUR = 60
/** From this share of the time on, somebody should look at it: two hours before the end of a working day of eight. */
const SOON_SHARE = 0.75

/** Time that does not count; without an end it has not ended yet. */
export interface Pause {
  from: Date
  to: Date | null
}

const allDay = [{ from: '00:00', to: '24:00' }]
/** For departments without a calendar: every hour counts. */
const always: Calendar = {
  id: 'always',
  name: 'always',
  timeZone: 'UTC',
  weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  region: null,
  publicHolidays: [],
  ownHolidays: [],
  exceptions: [],
}

/**
 * When `hours` working hours have passed since `openedAt`, moved on by the working time of the pauses (oldest first)
 * that began before it was due. Null while such a pause goes on, and where nobody works within 400 days.
 */
export function due(
  openedAt: Date,
  calendar: Calendar | null,
  hours: number,
  pauses: readonly Pause[] = [],
): Date | null {
  const open = calendar ?? always
  let at = addWorkingTime(open, openedAt, hours * MINUTES_PER_HOUR)
  for (const { from, to } of pauses) {
    if (at === null || from >= at) return at
    at = to === null ? null : addWorkingTime(open, at, workingMinutesBetween(open, from, to))
  }
  return at
}

/** What decides when an incident is due next. */
export interface Promised {
  openedAt: Date
  answeredAt: Date | null
  deadlines: Deadlines | null
  pauses: readonly Pause[]
}

export const duties = ['answer', 'resolve'] as const

/** What is due next and when, and from when on that is soon. All null when nothing is. */
export interface NextDue {
  dueFor: (typeof duties)[number] | null
  dueAt: Date | null
  soonAt: Date | null
}

const nothingDue: NextDue = { dueFor: null, dueAt: null, soonAt: null }

/** The first thing that is due: the answer as long as there is none, then the end. */
export function nextDue({ openedAt, answeredAt, deadlines, pauses }: Promised, calendar: Calendar | null): NextDue {
  if (!deadlines || pauses.at(-1)?.to === null) return nothingDue
  const of = (dueFor: (typeof duties)[number], hours: number): NextDue => ({
    dueFor,
    dueAt: due(openedAt, calendar, hours, pauses),
    soonAt: due(openedAt, calendar, hours * SOON_SHARE, pauses),
  })
  const end = of('resolve', deadlines.resolveHours)
  const first = answeredAt === null ? of('answer', deadlines.answerHours) : end
  if (first.dueAt === null) return end.dueAt === null ? nothingDue : end
  return end.dueAt !== null && end.dueAt < first.dueAt ? end : first
}

export const urgencies = ['late', 'soon'] as const
export type Urgency = (typeof urgencies)[number]

/** Whether something is late or nearly so at a moment; null when there is time, or nothing is due. */
export function urgencyOf(
  { dueAt, soonAt }: { dueAt: string | null; soonAt: string | null },
  now: Date,
): Urgency | null {
  if (dueAt !== null && Date.parse(dueAt) <= now.getTime()) return 'late'
  return dueAt !== null && soonAt !== null && Date.parse(soonAt) <= now.getTime() ? 'soon' : null
}
