import { type Calendar, type CalendarSeason, type Interval, weekdays } from './calendar.ts'
import { asEasterDay } from './easter.ts'
import { weekdayOf } from './town-time.ts'

export interface DayHours {
  /** In order of the clock; empty when closed. */
  intervals: readonly Interval[]
  /** What decides the hours of the day. */
  by: 'exception' | 'holiday' | 'season' | 'weekly'
  /** Of the exception, holiday or season; empty when it has none. */
  name: string
  /** Set when the day is a holiday without hours of its own. */
  holidayName?: string
}

interface HolidayNames {
  /** Name by YYYY-MM-DD, MM-DD or `easter+8`. */
  byDay: ReadonlyMap<string, string>
  hasEasterDays: boolean
}

const holidaysOf = new WeakMap<Calendar, HolidayNames>()

/** The hours of one day, after exceptions, holidays and seasons. */
export function hoursOn(calendar: Calendar, date: string): DayHours {
  const exception = exceptionOn(calendar, date)
  if (exception) return { intervals: sorted(exception.intervals), by: 'exception', name: exception.name }
  const holidayName = holidayOn(calendar, date)
  if (holidayName !== undefined) return { intervals: [], by: 'holiday', name: holidayName, holidayName }
  const weekday = weekdays[weekdayOf(date) - 1] ?? 'sun'
  const season = seasonOn(calendar, date.slice(5))
  if (season) return { intervals: sorted(season.weekly[weekday]), by: 'season', name: season.name }
  return { intervals: sorted(calendar.weekly[weekday]), by: 'weekly', name: '' }
}

/** The exception that decides the hours of a day. */
export function exceptionOn(calendar: Calendar, date: string): Calendar['exceptions'][number] | undefined {
  const days = (from: string, to: string) => Date.parse(to) - Date.parse(from)
  let shortest: Calendar['exceptions'][number] | undefined
  for (const exception of calendar.exceptions) {
    if (date < exception.from || date > exception.to) continue
    const isShorter = !shortest || days(exception.from, exception.to) <= days(shortest.from, shortest.to)
    if (isShorter) shortest = exception
  }
  return shortest
}

function seasonOn({ seasons = [] }: Calendar, day: string): CalendarSeason | undefined {
  let shortest: CalendarSeason | undefined
  for (const season of seasons) {
    const { from, to } = season
    const isIn = from <= to ? from <= day && day <= to : day >= from || day <= to
    if (isIn && (!shortest || daysOf(season) <= daysOf(shortest))) shortest = season
  }
  return shortest
}

const A_LEAP_YEAR = 2024

function daysOf({ from, to }: CalendarSeason): number {
  const year = from <= to ? A_LEAP_YEAR : A_LEAP_YEAR + 1
  return Date.parse(`${year}-${to === '02-29' ? '02-28' : to}`) - Date.parse(`${A_LEAP_YEAR}-${from}`)
}

function holidayOn(calendar: Calendar, date: string): string | undefined {
  const { byDay, hasEasterDays } = holidayNames(calendar)
  const name = byDay.get(date) ?? byDay.get(date.slice(5))
  return name ?? (hasEasterDays ? byDay.get(asEasterDay(date) ?? '') : undefined)
}

/** Read once for each calendar. */
function holidayNames(calendar: Calendar): HolidayNames {
  const known = holidaysOf.get(calendar)
  if (known) return known
  const byDay = new Map([...calendar.publicHolidays, ...calendar.ownHolidays].map(({ date, name }) => [date, name]))
  const names = { byDay, hasEasterDays: calendar.ownHolidays.some(({ date }) => date.startsWith('easter')) }
  holidaysOf.set(calendar, names)
  return names
}

const sorted = (intervals: readonly Interval[]): readonly Interval[] =>
  intervals.length < 2 ? intervals : intervals.toSorted((one, other) => one.from.localeCompare(other.from))
