import { addDays } from './town-time.ts'

const DAY_MS = 86_400_000
const MAX_DAYS = 99

/** Easter Sunday of a year, by the anonymous Gregorian computus (Nature, 20 April 1876). */
export function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`
}

/** How a day that moves with Easter is written: `easter+1` is Easter Monday, `easter-2` Good Friday. */
export const EASTER_DAY = /^easter[+-]\d{1,2}$/

/** A day as it is counted from Easter of its year; null when it is too far from it. */
export function asEasterDay(date: string): string | null {
  const days = Math.round((Date.parse(date) - Date.parse(easterOf(Number(date.slice(0, 4))))) / DAY_MS)
  if (Math.abs(days) > MAX_DAYS) return null
  return `easter${days < 0 ? '-' : '+'}${Math.abs(days)}`
}

/** The day that `easter+8` is in a year. */
export const easterDayIn = (day: string, year: number): string =>
  addDays(easterOf(year), Number(day.slice('easter'.length)))
