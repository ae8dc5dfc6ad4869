import { expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { quietAt } from './notice-rules.ts'

const office = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
]
const calendar: Calendar = {
  ...{ id: 'service', name: 'Servizio', timeZone: 'Europe/Rome', region: 'IT' },
  weekly: {
    mon: office,
    tue: office,
    wed: office,
    thu: office,
    fri: office,
    sat: [{ from: '09:00', to: '12:00' }],
    sun: [],
  },
  publicHolidays: [{ date: '2026-12-08', name: 'Immacolata' }],
  ...{ ownHolidays: [], exceptions: [] },
}
const never: Calendar = {
  ...calendar,
  id: 'never',
  weekly: { ...calendar.weekly, mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] },
}
const town = (calendarId: string | null) => ({
  calendars: [calendar, never],
  notices: { calendarId, approval: 'none' as const },
})

test.each([
  ['in hours', 'service', '2026-12-07T08:00:00Z', null],
  ['at noon', 'service', '2026-12-07T12:30:00Z', '2026-12-07T14:00:00.000Z'],
  ['at night before a holiday', 'service', '2026-12-07T20:00:00Z', '2026-12-09T08:00:00.000Z'],
  ['on Sunday', 'service', '2026-12-06T10:00:00Z', '2026-12-07T08:00:00.000Z'],
  ['without a calendar', null, '2026-12-06T10:00:00Z', null],
  ['with a calendar that is gone', 'gone', '2026-12-06T10:00:00Z', null],
])('%s a notice waits until the hours begin', (_name, calendarId, at, until) => {
  expect(quietAt(town(calendarId), new Date(at))?.until?.toISOString() ?? null).toBe(until)
})

test('an emergency waits for no hours', () => {
  expect(quietAt(town('never'), new Date('2026-12-06T10:00:00Z'), { emergency: { frontHours: null } })).toBeNull()
})

test('a calendar that never opens holds a notice without an end in sight', () => {
  expect(quietAt(town('never'), new Date('2026-12-07T08:00:00Z'))).toEqual({ until: null })
})
