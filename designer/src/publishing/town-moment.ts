import { fromTownTime, townDate, townDateTime } from '@pregoner/shared'

const DAYS_BY_NAME = 6 // a week from now "Monday" would be taken for today

/** "Monday 08:00" within the week, else with its date; by the clock of the town, whatever the reader's. */
export function townMoment(at: string, timeZone: string, locale: string, now: Date): string {
  const moment = new Date(at)
  const days = (Date.parse(townDate(moment, timeZone)) - Date.parse(townDate(now, timeZone))) / 86_400_000
  const isNear = days >= 0 && days <= DAYS_BY_NAME
  const day = isNear ? ({ weekday: 'long' } as const) : ({ weekday: 'short', day: 'numeric', month: 'long' } as const)
  const name = new Intl.DateTimeFormat(locale, { ...day, timeZone }).format(moment)
  return `${name} ${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(moment)}`
}

/** The moment of a day and an hour as the fields hold them; null while one of them is missing. */
export const momentOf = (date: string, time: string, timeZone: string): Date | null =>
  /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d/.test(time) ? fromTownTime(date, time.slice(0, 5), timeZone) : null

const FIRST_HOUR = '08:00'

/** Where choosing begins: the next working day at eight. */
export function nextMorning(now: Date, timeZone: string): { date: string; time: string } {
  const dayMs = 86_400_000
  for (let ahead = 1; ; ahead++) {
    const { date, weekday } = townDateTime(new Date(now.getTime() + ahead * dayMs), timeZone)
    if (weekday <= 5) return { date, time: FIRST_HOUR }
  }
}
