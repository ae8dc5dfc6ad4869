import type { Calendar, TownData } from '@pregoner/shared'
import Holidays from 'date-holidays'

const YEARS_AHEAD = 2

/** Public holidays of a region like `ES-CT` or `IT` (date-holidays, CC BY 3.0), last year to two years ahead. */
export function publicHolidays(region: string, language: string, now: Date): Calendar['publicHolidays'] {
  const [country = '', state] = region.split('-')
  const holidays = state ? new Holidays(country, state) : new Holidays(country)
  const first = now.getUTCFullYear() - 1
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => first + index)
  return years.flatMap(year =>
    holidays
      .getHolidays(year, language)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => ({ date: date.slice(0, 10), name })),
  )
}

/** The town with the public holidays of its calendars filled in anew; own days and exceptions stay as they are. */
export const withPublicHolidays = (town: TownData, now: Date): TownData => ({
  ...town,
  calendars: town.calendars.map(calendar => ({
    ...calendar,
    publicHolidays: calendar.region ? publicHolidays(calendar.region, town.defaultLanguage, now) : [],
  })),
})
