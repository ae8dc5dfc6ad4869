import { type TownData, textIn } from '@pregoner/shared'
import type { AppointmentRow } from '../stores/appointment-rows.ts'
import type { CalendarEvent } from './icalendar.ts'
import { iCalendar } from './icalendar.ts'

/** What the office's calendar is told: service and reference; who comes only where the town wants that. */
function eventOf(row: AppointmentRow, town: TownData, showsNames: boolean): CalendarEvent {
  const service = town.bookableServices?.find(({ id }) => id === row.serviceId)
  const words = (text: Parameters<typeof textIn>[0]) => textIn(text, town.defaultLanguage, town.defaultLanguage)
  const name = service ? words(service.name) : row.serviceId
  return {
    uid: `${row.reference}@${town.key}.pregoner`,
    sequence: row.sequence,
    from: row.at,
    to: row.until,
    changedAt: row.changedAt,
    isCancelled: row.state === 'cancelled',
    summary: showsNames && row.name ? `${name}: ${row.name}` : name,
    description: row.reference,
    location: service ? words(service.place) : '',
  }
}

/** A department's appointments as a file for calendar programs. */
export function feedFile(
  town: TownData,
  feed: { departmentId: string; showsNames: boolean },
  rows: readonly AppointmentRow[],
): string {
  const department = town.departments.find(({ id }) => id === feed.departmentId)
  const name = department ? textIn(department.name, town.defaultLanguage, town.defaultLanguage) : feed.departmentId
  return iCalendar({
    name: `${town.name}: ${name}`,
    events: rows.map(row => eventOf(row, town, feed.showsNames)),
  })
}
