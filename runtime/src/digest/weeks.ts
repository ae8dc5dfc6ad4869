import { addDays, fromTownTime, townDate, weekdayOf } from '@pregoner/shared'

const SENT_AT = '07:00' // before anybody is at their desk
const LATEST_DAYS = 3 // a letter that could not go out until Thursday tells nothing new any more

/** Town days from Monday to Sunday. */
export interface Week {
  monday: string
  sunday: string
  /** When its letter is due: on the Monday after it. */
  dueAt: Date
}

/** The week whose letter is to go out now, in the town's own time; null outside the first days after it. */
export function weekToTell(now: Date, timeZone: string): Week | null {
  const today = townDate(now, timeZone)
  const thisMonday = addDays(today, 1 - weekdayOf(today))
  const dueAt = fromTownTime(thisMonday, SENT_AT, timeZone)
  const isOver = now >= fromTownTime(addDays(thisMonday, LATEST_DAYS), '00:00', timeZone)
  if (now < dueAt || isOver) return null
  return { monday: addDays(thisMonday, -7), sunday: addDays(thisMonday, -1), dueAt }
}
