import { addDays, type Calendar, fromTownTime, hoursOn, townDate } from '../calendar.ts'
import type { BookableService } from './bookable-service.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type Rules = Pick<BookableService, 'slotMinutes' | 'noticeHours' | 'daysAhead'>

/** Beginnings of the appointments of one day by the calendar, as ISO times in order; only those that fit in whole. */
export function slotsOn(calendar: Calendar, slotMinutes: number, date: string): string[] {
  const slots = new Set<string>()
  for (const { from, to } of hoursOn(calendar, date).intervals) {
    const end = fromTownTime(date, to, calendar.timeZone).getTime()
    let at = fromTownTime(date, from, calendar.timeZone).getTime()
    for (; at + slotMinutes * MINUTE_MS <= end; at += slotMinutes * MINUTE_MS) slots.add(new Date(at).toISOString())
  }
  return [...slots].sort()
}

/** The days that may be booked at `now`, whether or not anything is free. */
export function daysAhead(service: Rules, calendar: Calendar, now: Date): string[] {
  const today = townDate(now, calendar.timeZone)
  return Array.from({ length: service.daysAhead + 1 }, (_, ahead) => addDays(today, ahead))
}

/** The beginnings of one day that may be booked at `now`: not too late, not too far ahead, not full. */
export function freeSlots(
  service: Rules,
  calendar: Calendar,
  date: string,
  { now, isFull }: { now: Date; isFull: (at: string) => boolean },
): string[] {
  const [first, last] = [townDate(now, calendar.timeZone), addDays(townDate(now, calendar.timeZone), service.daysAhead)]
  if (date < first || date > last) return []
  const earliest = now.getTime() + service.noticeHours * HOUR_MS
  return slotsOn(calendar, service.slotMinutes, date).filter(
    at => Date.parse(at) > now.getTime() && Date.parse(at) >= earliest && !isFull(at),
  )
}

/** The days on which something is free. */
export const freeDays = (
  service: Rules,
  calendar: Calendar,
  free: { now: Date; isFull: (at: string) => boolean },
): string[] => daysAhead(service, calendar, free.now).filter(day => freeSlots(service, calendar, day, free).length > 0)

/** When an appointment is over. */
export const endOf = (at: Date, slotMinutes: number): Date => new Date(at.getTime() + slotMinutes * MINUTE_MS)
