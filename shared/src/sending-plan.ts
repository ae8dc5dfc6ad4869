import { z } from 'zod'
import { isoDate } from './calendar/calendar.ts'
import { addDays, fromTownTime, townDate } from './calendar/town-time.ts'

export const repeats = ['once', 'weekly', 'monthly'] as const
export type Repeat = (typeof repeats)[number]

/** When a notice goes out, by the town's clock. */
export const sendingPlan = z
  .strictObject({
    /** The first day. A month without that day takes its last one. */
    date: isoDate,
    time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    repeat: z.enum(repeats),
    /** The last day it may go out; null when it goes on. */
    until: isoDate.nullable(),
  })
  .refine(({ date, until }) => until === null || date <= until, { message: 'ends_before_it_begins', path: ['until'] })
export type SendingPlan = z.infer<typeof sendingPlan>

/** One time a planned notice goes out. Its day names it, so that it is there once. */
export interface Occurrence {
  day: string
  at: Date
}

const WEEK = 7
const DAY_MS = 86_400_000

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

/** Its days in turn, from one at or before `from` on. */
function* daysFrom({ date, repeat, until }: SendingPlan, from: string): Generator<string> {
  if (repeat === 'once') return yield date
  const isWeekly = repeat === 'weekly'
  const passed = isWeekly ? Math.floor(daysBetween(date, from) / WEEK) : monthsBetween(date, from) - 1
  for (let number = Math.max(0, passed); ; number += 1) {
    const day = isWeekly ? addDays(date, number * WEEK) : monthsLater(date, number)
    if (until !== null && day > until) return
    yield day
  }
}

/** The next times after a moment, the first ones first. An hour that the clock skips or shows twice comes once. */
export function nextOccurrences(plan: SendingPlan, timeZone: string, after: Date, count: number): Occurrence[] {
  const found: Occurrence[] = []
  for (const day of daysFrom(plan, townDate(after, timeZone))) {
    if (found.length >= count) break
    const at = fromTownTime(day, plan.time, timeZone)
    if (at > after) found.push({ day, at })
  }
  return found
}

/** The last time that has come by a moment, leaving out those up to `behind`; null when there is none. */
export function latestOccurrence(plan: SendingPlan, timeZone: string, behind: Date, now: Date): Occurrence | null {
  let latest: Occurrence | null = null
  for (const day of daysFrom(plan, townDate(behind, timeZone))) {
    const at = fromTownTime(day, plan.time, timeZone)
    if (at > now) break
    if (at > behind) latest = { day, at }
  }
  return latest
}
