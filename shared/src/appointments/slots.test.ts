import { describe, expect, it } from 'vitest'
import type { Calendar } from '../calendar.ts'
import { reminderTime } from './reminder-time.ts'
import { daysAhead, freeDays, freeSlots, slotsOn } from './slots.ts'

const morning = [{ from: '09:00', to: '10:30' }]
const closed: Calendar['weekly']['mon'] = []
const calendar: Calendar = {
  id: 'office',
  name: 'Oficina',
  timeZone: 'Europe/Madrid',
  weekly: { mon: morning, tue: morning, wed: morning, thu: morning, fri: morning, sat: closed, sun: closed },
  region: null,
  publicHolidays: [{ date: '2026-12-08', name: 'Immaculada' }],
  ownHolidays: [],
  exceptions: [{ from: '2026-12-09', to: '2026-12-09', intervals: [{ from: '16:00', to: '17:00' }], name: 'Tarda' }],
}
const night: Calendar = {
  ...calendar,
  weekly: { ...calendar.weekly, sun: [{ from: '01:00', to: '04:00' }] },
}
const rules = { slotMinutes: 30, noticeHours: 2, daysAhead: 7 }
const nobody = () => false
const at = (text: string) => new Date(text)

describe('the hours of a day', () => {
  it.each([
    [
      'begin where the office opens, as long as one fits in whole',
      calendar,
      30,
      '2026-12-07',
      ['08:00', '08:30', '09:00'],
    ],
    ['leave out what would end after closing', calendar, 40, '2026-12-07', ['08:00', '08:40']],
    ['are none on a holiday', calendar, 30, '2026-12-08', []],
    ['are other ones on an exception', calendar, 30, '2026-12-09', ['15:00', '15:30']],
    ['are none on a closed day', calendar, 30, '2026-12-06', []],
    ['are fewer in the night the clock skips an hour', night, 60, '2026-03-29', ['00:00', '01:00']],
    ['are more in the night it shows one twice', night, 60, '2026-10-25', ['23:00', '00:00', '01:00', '02:00']],
  ])('%s', (_what, hours, minutes, day, expected) => {
    expect(slotsOn(hours, minutes, day).map(one => one.slice(11, 16))).toEqual(expected)
  })
})

describe('what is free', () => {
  const now = at('2026-12-07T06:40:00Z')

  it('leaves out what begins before the notice, and what is full', () => {
    const free = freeSlots(rules, calendar, '2026-12-07', { now, isFull: one => one.includes('T09:00') })
    expect(free).toEqual([])
    expect(freeSlots({ ...rules, noticeHours: 1 }, calendar, '2026-12-07', { now, isFull: nobody })).toHaveLength(3)
  })

  it('ends where nobody may look further, and does not begin in the past', () => {
    expect(freeSlots(rules, calendar, '2026-12-14', { now, isFull: nobody })).toHaveLength(3)
    expect(freeSlots(rules, calendar, '2026-12-15', { now, isFull: nobody })).toEqual([])
    expect(freeSlots(rules, calendar, '2026-12-04', { now, isFull: nobody })).toEqual([])
    expect(daysAhead(rules, calendar, now)).toHaveLength(8)
  })

  it('names the days with something free only', () => {
    const days = freeDays(rules, calendar, { now, isFull: one => one.startsWith('2026-12-10') })
    expect(days).toEqual(['2026-12-07', '2026-12-09', '2026-12-11', '2026-12-14'])
  })

  it('goes by the day of the town, not of the machine', () => {
    const lateEvening = at('2026-12-06T23:30:00Z') // 00:30 on Monday in Madrid
    expect(daysAhead(rules, calendar, lateEvening)[0]).toBe('2026-12-07')
  })
})

describe('a reminder', () => {
  const appointment = at('2026-12-10T09:00:00Z')

  it.each([
    ['is the day before at the hour chosen', '18:00', '2026-12-07T09:00:00Z', '2026-12-09T17:00:00.000Z'],
    ['is none when nobody is reminded', null, '2026-12-07T09:00:00Z', null],
    ['is none when it was booked the evening before', '18:00', '2026-12-09T16:00:00Z', null],
    ['is none once that hour has passed', '18:00', '2026-12-09T20:00:00Z', null],
  ])('%s', (_what, remindsAt, now, expected) => {
    expect(reminderTime(appointment, remindsAt, 'Europe/Madrid', at(now))?.toISOString() ?? null).toBe(expected)
  })
})
