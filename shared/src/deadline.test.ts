import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, fromTownTime, townDateTime, workingMinutesBetween } from './calendar.ts'
import { due, nextDue, type Pause, type Promised, urgencyOf } from './deadline.ts'

const zone = 'Europe/Madrid'
const split = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
]
const office: Calendar = {
  id: 'office',
  name: 'Oficina',
  timeZone: zone,
  weekly: { mon: split, tue: split, wed: split, thu: split, fri: [{ from: '09:00', to: '14:00' }], sat: [], sun: [] },
  region: null,
  publicHolidays: [{ date: '2026-12-08', name: 'La Puríssima' }],
  ownHolidays: [],
  exceptions: [{ from: '2026-12-24', to: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], name: 'Nadal' }],
}
const shut: Calendar = {
  ...office,
  weekly: { ...office.weekly, mon: [], tue: [], wed: [], thu: [], fri: [] },
  exceptions: [],
}
const at = (text: string) => fromTownTime(text.slice(0, 10), text.slice(11), zone)
const shown = (moment: Date | null) => {
  if (!moment) return null
  const { date, time } = townDateTime(moment, zone)
  return `${date} ${time}`
}
const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to) })

describe('a deadline in working hours', () => {
  it.each<[string, number, string]>([
    ['2026-12-01 10:00', 2, '2026-12-01 12:00'],
    ['2026-12-01 12:00', 2, '2026-12-01 16:00'], // over lunch
    ['2026-12-01 17:00', 2, '2026-12-02 10:00'], // over night
    ['2026-12-04 13:00', 2, '2026-12-07 10:00'], // over the weekend
    ['2026-12-07 17:00', 2, '2026-12-09 10:00'], // over a holiday
    ['2026-12-24 11:00', 2, '2026-12-25 10:00'], // a short day
    ['2026-12-05 20:00', 1, '2026-12-07 10:00'], // told on a Saturday night
    ['2026-12-01 09:00', 0.5, '2026-12-01 09:30'],
  ])('of what was told at %s, %d hours on, is %s', (openedAt, hours, expected) => {
    expect(shown(due(at(openedAt), office, hours))).toBe(expected)
  })

  it('counts every hour where there is no calendar, and none where nobody works', () => {
    expect(shown(due(at('2026-12-05 20:00'), null, 5))).toBe('2026-12-06 01:00')
    expect(due(at('2026-12-05 20:00'), shut, 5)).toBeNull()
  })

  it.each<[string, Pause[], string | null]>([
    ['before it was due', [pause('2026-12-01 11:00', '2026-12-01 12:00')], '2026-12-01 13:00'],
    ['over the moment it was due', [pause('2026-12-01 11:00', '2026-12-01 16:00')], '2026-12-01 17:00'],
    ['of no length', [pause('2026-12-01 11:00', '2026-12-01 11:00')], '2026-12-01 12:00'],
    ['at night only', [pause('2026-12-01 05:00', '2026-12-01 07:00')], '2026-12-01 12:00'],
    ['that began too late', [pause('2026-12-01 12:30', '2026-12-02 12:00')], '2026-12-01 12:00'],
    [
      'and another one',
      [pause('2026-12-01 10:30', '2026-12-01 11:00'), pause('2026-12-01 12:15', '2026-12-01 13:00')],
      '2026-12-01 15:15',
    ],
    ['that goes on', [pause('2026-12-01 11:00', null)], null],
  ])('moves by a pause %s', (_, pauses, expected) => {
    expect(shown(due(at('2026-12-01 10:00'), office, 2, pauses))).toBe(expected)
  })

  it('leaves exactly the working time that was promised', () => {
    const start = at('2026-11-02 00:00').getTime()
    const minutes = fc.integer({ min: 0, max: 20 * 1440 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 60 }), minutes, minutes, (opened, hours, wait, length) => {
        const openedAt = new Date(start + opened * 60_000)
        const from = new Date(openedAt.getTime() + wait * 60_000)
        const to = new Date(from.getTime() + length * 60_000)
        const moved = due(openedAt, office, hours, [{ from, to }])
        if (!moved) return false
        const paused = moved > from ? workingMinutesBetween(office, from, to) : 0
        return workingMinutesBetween(office, openedAt, moved) - paused === hours * 60
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is due next', () => {
  const promised: Promised = {
    openedAt: at('2026-12-01 09:00'),
    answeredAt: null,
    deadlines: { answerHours: 4, resolveHours: 14 },
    pauses: [],
  }
  const told = (more: Partial<Promised>, calendar: Calendar | null = office) => {
    const { dueFor, dueAt, soonAt } = nextDue({ ...promised, ...more }, calendar)
    return [dueFor, shown(dueAt), shown(soonAt)]
  }

  it.each<[string, Partial<Promised>, (string | null)[]]>([
    ['the first answer', {}, ['answer', '2026-12-01 13:00', '2026-12-01 12:00']],
    [
      'the end, once answered',
      { answeredAt: at('2026-12-01 10:00') },
      ['resolve', '2026-12-02 18:00', '2026-12-02 12:30'],
    ],
    [
      'the end, when it comes first',
      { deadlines: { answerHours: 9, resolveHours: 4 } },
      ['resolve', '2026-12-01 13:00', '2026-12-01 12:00'],
    ],
    ['nothing without a promise', { deadlines: null }, [null, null, null]],
    ['nothing while it is paused', { pauses: [pause('2026-12-01 17:00', null)] }, [null, null, null]],
    [
      'still what was late before a pause',
      { pauses: [pause('2026-12-01 17:00', '2026-12-02 17:00')] },
      ['answer', '2026-12-01 13:00', '2026-12-01 12:00'],
    ],
  ])('is %s', (_, more, expected) => {
    expect(told(more)).toEqual(expected)
  })

  it('is nothing where nobody works', () => {
    expect(told({}, shut)).toEqual([null, null, null])
  })
})

describe('urgency', () => {
  const times = { dueAt: '2026-12-01T12:00:00.000Z', soonAt: '2026-12-01T11:00:00.000Z' }
  it.each([
    ['2026-12-01T10:59:59Z', null],
    ['2026-12-01T11:00:00Z', 'soon'],
    ['2026-12-01T11:59:59Z', 'soon'],
    ['2026-12-01T12:00:00Z', 'late'],
  ])('at %s it is %s', (now, expected) => {
    expect(urgencyOf(times, new Date(now))).toBe(expected)
  })

  it('is none when nothing is due', () => {
    expect(urgencyOf({ dueAt: null, soonAt: null }, new Date())).toBeNull()
  })
})
