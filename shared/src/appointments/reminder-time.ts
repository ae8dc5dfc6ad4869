import { addDays, fromTownTime, townDate } from '../calendar.ts'

const SHORTEST_NOTICE_MS = 3 * 3_600_000 // whoever booked so lately needs no reminder

/** When somebody is reminded of an appointment made at `now`: the day before, at `remindsAt`; null when that has passed. */
export function reminderTime(at: Date, remindsAt: string | null, timeZone: string, now: Date): Date | null {
  if (remindsAt === null) return null
  const due = fromTownTime(addDays(townDate(at, timeZone), -1), remindsAt, timeZone)
  return due.getTime() > now.getTime() + SHORTEST_NOTICE_MS ? due : null
}
