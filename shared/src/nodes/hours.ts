import { z } from 'zod'
import { addDays, fromTownTime, openingAt, townDate } from '../calendar.ts'
import { defineNode } from '../node.ts'

const DAYS_AHEAD = 370 // every yearly holiday once

/** Goes on by whether somebody is there now. */
export const hours = defineNode({
  type: 'hours',
  family: 'decides',
  config: z.strictObject({ calendarId: z.string().max(60) }),
  blank: { calendarId: '' },
  exits: () => [{ id: 'open' }, { id: 'closed' }, { id: 'holiday' }],

  enter({ calendarId }, { town, now }) {
    const calendar = town.calendars.find(({ id }) => id === calendarId)
    return { exit: calendar ? openingAt(calendar, now).state : 'closed' }
  },

  moments({ calendarId }, { calendars }, now) {
    const calendar = calendars.find(({ id }) => id === calendarId)
    if (!calendar) return []
    const { timeZone } = calendar
    const today = townDate(now, timeZone)
    const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index))
    const hours = days.flatMap(day => ['12:00', '03:00', '21:00'].map(time => fromTownTime(day, time, timeZone)))
    const states = ['open', 'closed', 'holiday'] as const
    return states.flatMap(state => hours.find(at => at > now && openingAt(calendar, at).state === state) ?? [])
  },

  neverTaken({ calendarId }, { calendars }) {
    const calendar = calendars.find(({ id }) => id === calendarId)
    const days = [
      ...Object.values(calendar?.weekly ?? {}),
      ...(calendar?.seasons ?? []).flatMap(({ weekly }) => Object.values(weekly)),
      ...(calendar?.exceptions ?? []).map(({ intervals }) => intervals),
    ]
    return calendar && days.every(hours => hours.length === 0) ? [{ exit: 'open', field: 'calendarId' }] : []
  },

  refers: ({ calendarId }) => [{ kind: 'calendar', id: calendarId, field: 'calendarId' }],
})
