import { z } from 'zod'
import { EASTER_DAY } from './easter.ts'
import { isTimeZone } from './town-time.ts'

const MAX_NAME_CHARS = 200
const name = z.string().max(MAX_NAME_CHARS)

/** A day that exists, as YYYY-MM-DD. */
export const isoDate = z.iso.date()
const openingTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid_time', abort: true })
const closingTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'invalid_time', abort: true })

const interval = z
  .strictObject({ from: openingTime, to: closingTime })
  .refine(({ from, to }) => from < to, { message: 'interval_ends_before_it_begins', path: ['to'] })

/** Hours of one day, each after the one before; none means closed. */
const intervals = z
  .array(interval)
  .max(12)
  .superRefine((list, context) => {
    const sorted = [...list.entries()].sort(([, one], [, other]) => one.from.localeCompare(other.from))
    for (const [position, [index, { from }]] of sorted.entries()) {
      const earlier = sorted[position - 1]?.[1]
      if (earlier && from < earlier.to) {
        context.addIssue({ code: 'custom', message: 'intervals_overlap', path: [index] })
      }
    }
  })

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const yearlyDate = z.string().refine(text => isoDate.safeParse(`2024-${text}`).success, 'invalid_date') // a leap year

const weekly = z.record(z.enum(weekdays), intervals)

/** A part of every year with a week of its own, both days included: 15 June to 15 September. It may pass New Year. */
const season = z.strictObject({
  name,
  from: yearlyDate,
  to: yearlyDate,
  weekly,
})
export type CalendarSeason = z.infer<typeof season>

/**
 * When a service is open. An exception wins over a holiday, a holiday over the hours of a season, these over the weekly
 * ones.
 */
export const calendar = z.strictObject({
  id: z.string().min(1).max(100),
  name,
  timeZone: z.string().max(64).refine(isTimeZone, 'unknown_time_zone'),
  weekly,
  /** The summer timetable; of two on the same day the shorter one counts. */
  seasons: z.array(season).max(12).optional(),
  /** Whose public holidays apply: `ES-CT`, `IT`. */
  region: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/, 'invalid_region')
    .nullable(),
  /** Filled in from the region, year by year. */
  publicHolidays: z.array(z.strictObject({ date: isoDate, name })).max(1000),
  /** Holidays of the town itself: once, every year as `MM-DD`, or with Easter as `easter+8`. */
  ownHolidays: z
    .array(z.strictObject({ date: z.union([isoDate, yearlyDate, z.string().regex(EASTER_DAY)], 'invalid_date'), name }))
    .max(200),
  /** Other hours from one day to another, both included; of two on the same day the shorter one counts. */
  exceptions: z
    .array(
      z
        .strictObject({ from: isoDate, to: isoDate, intervals, name })
        .refine(({ from, to }) => from <= to, { message: 'exception_ends_before_it_begins', path: ['to'] }),
    )
    .max(200),
})
export type Calendar = z.infer<typeof calendar>

export type Interval = z.infer<typeof interval>
