import { z } from 'zod'
import { openingAt } from '../calendar.ts'
import { defineNode } from '../node.ts'

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

  refers: ({ calendarId }) => [{ kind: 'calendar', id: calendarId, field: 'calendarId' }],
})
