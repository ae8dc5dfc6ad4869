import {
  type Calendar,
  calendar as calendarSchema,
  holidaysByLaw,
  type Language,
  type TownData,
} from '@pregoner/shared'

const YEARS_AHEAD = 2

/**
 * Public holidays of a region like `ES-CT` or `IT`, last year to two years ahead: by its law where that is known, else
 * from date-holidays (CC BY 3.0).
 */
export async function publicHolidays(
  region: string,
  language: Language,
  now: Date,
): Promise<Calendar['publicHolidays']> {
  const first = now.getUTCFullYear() - 1
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => first + index)
  const byLaw = years.flatMap(year => holidaysByLaw(region, year, language) ?? [])
  if (byLaw.length > 0) return byLaw
  const { default: Holidays } = await import('date-holidays') // a large library, needed once a year
  const [country = '', state] = region.split('-')
  const holidays = state ? new Holidays(country, state) : new Holidays(country)
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

/** The country itself and its regions whose public holidays are known, by name. */
export async function holidayRegions(country: string, language: string): Promise<{ code: string; name: string }[]> {
  const { default: Holidays } = await import('date-holidays')
  const known = new Holidays()
  const states = Object.entries(known.getStates(country, language) ?? {})
  const regions = states.map(([state, name]) => ({ code: `${country}-${state}`, name }))
  const whole = known.getCountries(language)?.[country] ?? country
  return [{ code: country, name: whole }, ...regions.toSorted((one, other) => one.name.localeCompare(other.name))]
}

/** A calendar with the public holidays of its region, whatever was sent; other entries of a town stay as they are. */
export async function withCalendarHolidays<Entry>(
  list: string,
  entry: Entry,
  language: Language,
  now: Date,
): Promise<Entry> {
  if (list !== 'calendars') return entry
  const { region } = calendarSchema.parse(entry)
  return { ...entry, publicHolidays: region ? await publicHolidays(region, language, now) : [] }
}
