import type { Calendar, Interval } from '@pregoner/shared'

export type HoursFault = 'timeMissing' | 'endsBefore' | 'overlap'

/** What is wrong with the shifts of a day; null when nothing is. */
export function hoursFault(shifts: readonly Interval[]): HoursFault | null {
  const isTime = (time: string) => /^\d\d:\d\d$/.test(time)
  if (shifts.some(({ from, to }) => !isTime(from) || !isTime(to))) return 'timeMissing'
  if (shifts.some(({ from, to }) => from >= to)) return 'endsBefore'
  const sorted = shifts.toSorted((one, other) => one.from.localeCompare(other.from))
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? '')) ? 'overlap' : null
}

/** Whether hours, days and their order are right everywhere, so that the calendar can be saved. */
export function isWholeCalendar({ name, weekly, seasons = [], ownHolidays, exceptions }: Calendar): boolean {
  const days = [
    ...Object.values(weekly),
    ...seasons.flatMap(season => Object.values(season.weekly)),
    ...exceptions.map(({ intervals }) => intervals),
  ]
  return (
    name.trim() !== '' &&
    seasons.every(({ from, to }) => from !== '' && to !== '') &&
    days.every(shifts => hoursFault(shifts) === null) &&
    ownHolidays.every(({ date }) => date !== '') &&
    exceptions.every(({ from, to }) => from !== '' && to !== '' && from <= to)
  )
}
