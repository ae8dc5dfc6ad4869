import type { Calendar, TownData } from '@pregoner/shared'

const YEARS_AHEAD = 2

/** Public holidays of a region like `ES-CT` or `IT` (date-holidays, CC BY 3.0), last year to two years ahead. */
async function publicHolidays(region: string, language: string, now: Date): Promise<Calendar['publicHolidays']> {
  const { default: Holidays } = await import('date-holidays') // a large library, needed once a year
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

/** Whether the holidays of the years ahead are there already. */
export function hasPublicHolidays({ calendars }: TownData, now: Date): boolean {
  const last = String(now.getUTCFullYear() + YEARS_AHEAD)
  return calendars.every(
    ({ region, publicHolidays }) => region === null || publicHolidays.some(({ date }) => date.startsWith(last)),
  )
}

/** The town with the public holidays of its calendars filled in anew; own days and exceptions stay as they are. */
export async function withPublicHolidays(town: TownData, now: Date): Promise<TownData> {
  const calendars = await Promise.all(
    town.calendars.map(async calendar => ({
      ...calendar,
      publicHolidays: calendar.region ? await publicHolidays(calendar.region, town.defaultLanguage, now) : [],
    })),
  )
  return { ...town, calendars }
}
