import { addDays, fromTownTime, townDate, weekdayOf } from '../calendar.ts'
import type { BulletinDraft } from './bulletin.ts'

/** One day a bulletin comes out. */
export interface IssueDay {
  /** On the town's calendar. */
  date: string
  at: Date
}

/** The next days a bulletin comes out after a moment, by the clock on the town's wall. */
export function issueDays(
  { weekdays, time }: Pick<BulletinDraft, 'weekdays' | 'time'>,
  timeZone: string,
  after: Date,
  count: number,
): IssueDay[] {
  const days: IssueDay[] = []
  if (weekdays.length === 0) return days
  for (let date = townDate(after, timeZone); days.length < count; date = addDays(date, 1)) {
    if (!weekdays.includes(weekdayOf(date))) continue
    const at = fromTownTime(date, time, timeZone)
    if (at > after) days.push({ date, at })
  }
  return days
}
