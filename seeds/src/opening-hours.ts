import type { Calendar, Interval, weekdays } from '@pregoner/shared'

type Weekday = (typeof weekdays)[number]

const intervalsIn = (hours: string): Interval[] =>
  hours
    .split(' ')
    .filter(Boolean)
    .map(span => {
      const [from = '', to = ''] = span.split('-')
      return { from, to }
    })

/** A week's hours, `09:00-14:00 16:00-18:00`; days left out are closed. */
export const week = (hours: { [Day in Weekday]?: string }): Calendar['weekly'] => ({
  mon: intervalsIn(hours.mon ?? ''),
  tue: intervalsIn(hours.tue ?? ''),
  wed: intervalsIn(hours.wed ?? ''),
  thu: intervalsIn(hours.thu ?? ''),
  fri: intervalsIn(hours.fri ?? ''),
  sat: intervalsIn(hours.sat ?? ''),
  sun: intervalsIn(hours.sun ?? ''),
})

/** A calendar of a demo town; public holidays come from its region. */
export const openingHours = (
  calendar: Pick<Calendar, 'id' | 'name' | 'timeZone' | 'weekly' | 'region'> & Partial<Calendar>,
): Calendar => ({ publicHolidays: [], ownHolidays: [], exceptions: [], ...calendar })
