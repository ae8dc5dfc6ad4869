import { type Calendar, type Interval, weekdays } from './calendar.ts'
import { weekdayOf } from './town-time.ts'

export interface DayHours {
  /** In order of the clock; empty when closed. */
  intervals: readonly Interval[]
  /** Set when the day is a holiday without hours of its own. */
  holidayName?: string
}

const holidaysOf = new WeakMap<Calendar, ReadonlyMap<string, string>>()

/** The hours of one day, after exceptions and holidays. */
export function hoursOn(calendar: Calendar, date: string): DayHours {
  const exception = exceptionOn(calendar, date)
  if (exception) return { intervals: sorted(exception.intervals) }
  const holidays = holidayNames(calendar)
  const holidayName = holidays.get(date) ?? holidays.get(date.slice(5))
  if (holidayName !== undefined) return { intervals: [], holidayName }
  const weekday = weekdays[weekdayOf(date) - 1]
  return { intervals: weekday ? sorted(calendar.weekly[weekday]) : [] }
}

function exceptionOn(calendar: Calendar, date: string) {
  const days = (from: string, to: string) => Date.parse(to) - Date.parse(from)
  let shortest: Calendar['exceptions'][number] | undefined
  for (const exception of calendar.exceptions) {
    if (date < exception.from || date > exception.to) continue
    const isShorter = !shortest || days(exception.from, exception.to) <= days(shortest.from, shortest.to)
    if (isShorter) shortest = exception
  }
  return shortest
}

/** Name by YYYY-MM-DD or MM-DD, read once for each calendar. */
function holidayNames(calendar: Calendar): ReadonlyMap<string, string> {
  const known = holidaysOf.get(calendar)
  if (known) return known
  const names = new Map([...calendar.publicHolidays, ...calendar.ownHolidays].map(({ date, name }) => [date, name]))
  holidaysOf.set(calendar, names)
  return names
}

const sorted = (intervals: readonly Interval[]): readonly Interval[] =>
  intervals.length < 2 ? intervals : intervals.toSorted((one, other) => one.from.localeCompare(other.from))
