import { z } from 'zod'
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

/** When a service is open. An exception wins over a holiday, a holiday over the weekly hours. */
export const calendar = z.strictObject({
  id: z.string().min(1).max(100),
  name,
  timeZone: z.string().max(64).refine(isTimeZone, 'unknown_time_zone'),
  weekly: z.record(z.enum(weekdays), intervals),
  /** Whose public holidays apply: `ES-CT`, `IT`. */
  region: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/, 'invalid_region')
    .nullable(),
  /** Filled in from the region, year by year. */
  publicHolidays: z.array(z.strictObject({ date: isoDate, name })).max(1000),
  /** Holidays of the town itself: once, or every year as `MM-DD`. */
  ownHolidays: z.array(z.strictObject({ date: z.union([isoDate, yearlyDate], 'invalid_date'), name })).max(200),
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
