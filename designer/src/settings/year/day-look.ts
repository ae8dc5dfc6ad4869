import { type Calendar, hoursOn, type Interval } from '@pregoner/shared'

/** How a day of the year is drawn: each has a mark of its own, so that colour is never alone. */
export const dayLooks = ['open', 'season', 'other', 'holiday', 'shut', 'closed'] as const
export type DayLook = (typeof dayLooks)[number]

export interface ShownDay {
  look: DayLook
  intervals: readonly Interval[]
  /** Of the holiday, exception or season. */
  name: string
}

/** What a calendar says of one day: open as usual or by season, other hours, a holiday, shut for once, closed as usual. */
export function shownDay(calendar: Calendar, date: string): ShownDay {
  const { by, intervals, name } = hoursOn(calendar, date)
  const isOpen = intervals.length > 0
  if (by === 'holiday') return { look: 'holiday', intervals, name }
  if (by === 'exception') return { look: isOpen ? 'other' : 'shut', intervals, name }
  if (!isOpen) return { look: 'closed', intervals, name: '' }
  return { look: by === 'season' ? 'season' : 'open', intervals, name }
}
