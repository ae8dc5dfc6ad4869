import type { Calendar, Interval } from './calendar.ts'
import { hoursOn } from './day-hours.ts'
import { addDays, fromTownTime, townDate } from './town-time.ts'

/** How far ahead opening hours are looked for. */
const HORIZON_DAYS = 400
/** The longest past that is measured, ten years; an open incident is never older. */
const MAX_MEASURED_DAYS = 3660
const MINUTE_MS = 60_000

export interface Opening {
  state: 'open' | 'closed' | 'holiday'
  /** When the state next turns open or not open; null when it stays within the horizon. */
  until: Date | null
  holidayName?: string
}

interface Span {
  from: number
  to: number
}

/** Whether a service is open at a moment, and until when. */
export function openingAt(calendar: Calendar, at: Date): Opening {
  const today = townDate(at, calendar.timeZone)
  const now = at.getTime()
  for (const interval of hoursOn(calendar, today).intervals) {
    const span = spanOf(calendar, today, interval)
    if (span && span.from <= now && now < span.to)
      return { state: 'open', until: closingAfter(calendar, today, interval) }
  }
  const until = nextOpening(calendar, at)
  const { holidayName } = hoursOn(calendar, today)
  return holidayName === undefined ? { state: 'closed', until } : { state: 'holiday', until, holidayName }
}

/** The first moment after `at` when closed turns to open; null when there is none within 400 days. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  const now = at.getTime()
  let openUntil = Number.NEGATIVE_INFINITY
  for (const span of spansFrom(calendar, townDate(at, calendar.timeZone), HORIZON_DAYS)) {
    if (span.from > now && span.from > openUntil) return new Date(span.from)
    openUntil = Math.max(openUntil, span.to)
  }
  return null
}

/**
 * The moment when `minutes` of opening hours have passed since `from`; `from` itself when none are asked for, null
 * when there are not enough within 400 days.
 */
export function addWorkingTime(calendar: Calendar, from: Date, minutes: number): Date | null {
  let left = minutes * MINUTE_MS
  if (!(left > 0)) return from
  for (const span of spansFrom(calendar, townDate(from, calendar.timeZone), HORIZON_DAYS)) {
    const begin = Math.max(span.from, from.getTime())
    if (begin >= span.to) continue
    if (left <= span.to - begin) return new Date(begin + left)
    left -= span.to - begin
  }
  return null
}

/** Whole minutes of opening hours between two moments, 0 when `to` is not later; past ten years none are added. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const [begin, end] = [from.getTime(), to.getTime()]
  if (!(begin < end)) return 0
  let total = 0
  for (const span of spansFrom(calendar, townDate(from, calendar.timeZone), MAX_MEASURED_DAYS)) {
    if (span.from >= end) break
    total += Math.max(0, Math.min(span.to, end) - Math.max(span.from, begin))
  }
  return Math.floor(total / MINUTE_MS)
}

/** The opening hours of each day in turn as moments. */
function* spansFrom(calendar: Calendar, first: string, days: number): Generator<Span> {
  for (let day = 0, date = first; day <= days; day++, date = addDays(date, 1)) {
    for (const interval of hoursOn(calendar, date).intervals) {
      const span = spanOf(calendar, date, interval)
      if (span) yield span
    }
  }
}

/** Null when the clock skips the whole interval in spring. */
function spanOf(calendar: Calendar, date: string, interval: Interval): Span | null {
  const from = fromTownTime(date, interval.from, calendar.timeZone).getTime()
  const to = fromTownTime(date, interval.to, calendar.timeZone).getTime()
  return from < to ? { from, to } : null
}

/** When an interval ends, counting those that follow it without a break, past midnight too. */
function closingAfter(calendar: Calendar, first: string, open: Interval): Date | null {
  let last = open
  for (let day = 0, date = first; day <= HORIZON_DAYS; day++, date = addDays(date, 1)) {
    for (const interval of hoursOn(calendar, date).intervals) {
      if (interval.from === last.to) last = interval
    }
    const isGoingOn = last.to === '24:00' && hoursOn(calendar, addDays(date, 1)).intervals[0]?.from === '00:00'
    if (!isGoingOn) return fromTownTime(date, last.to, calendar.timeZone)
    last = { from: '00:00', to: '00:00' }
  }
  return null
}
