import { addDays, hoursOn, weekdayOf } from '../calendar.ts'
import type { Language } from '../language.ts'
import { phrase } from '../phrases.ts'
import { formatDate } from '../template/format.ts'
import type { TownData } from '../town.ts'

const SUNDAY = 7

/** The hours of the town's first calendar from a day to Sunday, one line a day; empty when it has no calendar. */
export function weekHours({ calendars, defaultLanguage }: TownData, date: string, language: Language): string {
  const [calendar] = calendars
  if (!calendar) return ''
  const days = Array.from({ length: SUNDAY + 1 - weekdayOf(date) }, (_, index) => addDays(date, index))
  const lines = days.map(day => {
    const { intervals, holidayName } = hoursOn(calendar, day)
    const hours = intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
    const closed = phrase('closed_day', language, defaultLanguage)
    const said = holidayName ? `${closed} (${holidayName})` : closed
    return `${formatDate(day, { language, timeZone: 'UTC' }, 'weekday')}: ${hours || said}`
  })
  return lines.join('\n')
}
