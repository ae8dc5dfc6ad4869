const DAY_MS = 86_400_000
const SECOND_MS = 1_000
const MAX_REMEMBERED_DAYS = 20_000 // asking the platform costs a hundred times what looking one up does

export interface TownDateTime {
  /** YYYY-MM-DD on the town's calendar. */
  date: string
  /** HH:mm on the town's clock. */
  time: string
  /** Monday is 1, Sunday is 7. */
  weekday: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    // shown as 12/24/2026, 18:30:00
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** Whether this is an IANA time zone name the platform knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    clockOf(timeZone)
    return true
  } catch {
    return false // Intl throws a RangeError for an unknown zone and has no other way to ask
  }
}

/** Of each UTC day, how far ahead the zone is all day long; null on a day it changes. */
const offsets = new Map<string, number | null>()

function offsetOn(day: number, timeZone: string): number | null {
  const key = `${timeZone} ${day}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const [first, last] = [day * DAY_MS, (day + 1) * DAY_MS].map(at => shownAt(at, timeZone) - at)
  const offset = first !== undefined && first === last ? first : null
  if (offsets.size >= MAX_REMEMBERED_DAYS) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** What the town's clock shows, as if it were UTC: milliseconds that are compared with one another only. */
function wallClock(at: number, timeZone: string): number {
  const offset = offsetOn(Math.floor(at / DAY_MS), timeZone)
  return offset === null ? shownAt(at, timeZone) : Math.floor(at / SECOND_MS) * SECOND_MS + offset
}

function shownAt(at: number, timeZone: string): number {
  const [month = 0, day, year = 0, hour, minute, second] = clockOf(timeZone).format(at).match(/\d+/g)?.map(Number) ?? []
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The day, hour and weekday in the town at a moment. */
export function townDateTime(at: Date, timeZone: string): TownDateTime {
  const shown = new Date(wallClock(at.getTime(), timeZone)).toISOString()
  const date = shown.slice(0, 10)
  return { date, time: shown.slice(11, 16), weekday: weekdayOf(date) }
}

export const townDate = (at: Date, timeZone: string): string => townDateTime(at, timeZone).date

/**
 * The moment the town's clock shows `time` (00:00 to 24:00) on `date`. An hour that is shown twice is its first
 * showing; an hour skipped in spring is as long after midnight as it would have been.
 */
export function fromTownTime(date: string, time: string, timeZone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60_000
  const offsetAt = (at: number) => wallClock(at, timeZone) - at
  const before = wanted - offsetAt(wanted - DAY_MS)
  const after = wanted - offsetAt(wanted + DAY_MS)
  if (before === after || wallClock(before, timeZone) === wanted) return new Date(before)
  return new Date(wallClock(after, timeZone) === wanted ? after : before)
}

/** `date` some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
