import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingTime,
  type Calendar,
  calendar,
  fromTownTime,
  nextOpening,
  openingAt,
  townDate,
  townDateTime,
  workingMinutesBetween,
} from '../calendar.ts'

const weekday = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
]
const empoli: Calendar = calendar.parse({
  id: 'empoli',
  name: 'WhatsEmpoli',
  timeZone: 'Europe/Rome',
  weekly: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat: [{ from: '09:00', to: '12:00' }],
    sun: [],
  },
  region: 'IT',
  publicHolidays: [
    { date: '2026-12-08', name: 'Immacolata' },
    { date: '2026-12-25', name: 'Natale' },
    { date: '2026-12-26', name: 'Santo Stefano' },
  ],
  ownHolidays: [{ date: '11-30', name: "Sant'Andrea" }],
  exceptions: [
    { from: '2026-08-01', to: '2026-08-31', intervals: [{ from: '08:00', to: '12:00' }], name: 'Orario estivo' },
    { from: '2026-08-14', to: '2026-08-16', intervals: [], name: 'Ferragosto' },
    { from: '2026-12-24', to: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], name: 'Vigilia' },
    { from: '2026-12-26', to: '2026-12-26', intervals: [{ from: '10:00', to: '11:00' }], name: 'Apertura speciale' },
  ],
})
const night = [
  { from: '00:00', to: '06:00' },
  { from: '22:00', to: '24:00' },
]
const everyDay = (intervals: Calendar['weekly']['mon']): Calendar['weekly'] => ({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
})
const bare = { region: null, publicHolidays: [], ownHolidays: [], exceptions: [] }
const nightly: Calendar = { ...bare, id: 'n', name: 'Nit', timeZone: 'Europe/Madrid', weekly: everyDay(night) }
const always: Calendar = { ...nightly, weekly: everyDay([{ from: '00:00', to: '24:00' }]) }
const never: Calendar = { ...nightly, weekly: everyDay([]) }

const rome = (text: string) => fromTownTime(text.slice(0, 10), text.slice(11), 'Europe/Rome')
const shown = (at: Date | null, zone = 'Europe/Rome') => {
  if (!at) return null
  const { date, time } = townDateTime(at, zone)
  return `${date} ${time}`
}

describe('opening hours', () => {
  it.each([
    ['2026-10-07 08:59', 'closed', '2026-10-07 09:00'],
    ['2026-10-07 09:00', 'open', '2026-10-07 13:00'],
    ['2026-10-07 12:59', 'open', '2026-10-07 13:00'],
    ['2026-10-07 13:00', 'closed', '2026-10-07 15:00'],
    ['2026-10-07 17:00', 'open', '2026-10-07 18:00'],
    ['2026-10-07 18:00', 'closed', '2026-10-08 09:00'],
    ['2026-10-10 11:00', 'open', '2026-10-10 12:00'],
    ['2026-10-10 12:00', 'closed', '2026-10-12 09:00'],
    ['2026-10-11 10:00', 'closed', '2026-10-12 09:00'],
    ['2026-12-08 10:00', 'holiday', '2026-12-09 09:00'],
    ['2026-11-30 10:00', 'holiday', '2026-12-01 09:00'],
    ['2027-11-30 10:00', 'holiday', '2027-12-01 09:00'],
    ['2026-12-07 18:30', 'closed', '2026-12-09 09:00'],
    ['2026-12-24 11:00', 'open', '2026-12-24 12:00'],
    ['2026-12-24 16:00', 'closed', '2026-12-26 10:00'],
    ['2026-12-25 10:00', 'holiday', '2026-12-26 10:00'],
    ['2026-12-26 10:30', 'open', '2026-12-26 11:00'],
    ['2026-08-03 08:30', 'open', '2026-08-03 12:00'],
    ['2026-08-09 08:30', 'open', '2026-08-09 12:00'],
    ['2026-08-14 10:00', 'closed', '2026-08-17 08:00'],
    ['2026-08-31 16:00', 'closed', '2026-09-01 09:00'],
  ])('in Empoli at %s: %s until %s', (at, state, until) => {
    const opening = openingAt(empoli, rome(at))
    expect(opening.state).toBe(state)
    expect(shown(opening.until)).toBe(until)
  })

  it('names the holiday', () => {
    expect(openingAt(empoli, rome('2026-12-25 10:00')).holidayName).toBe('Natale')
    expect(openingAt(empoli, rome('2026-12-24 16:00')).holidayName).toBeUndefined()
  })

  it('looks for the next opening after this one, and none when there never is one', () => {
    expect(shown(nextOpening(empoli, rome('2026-10-07 10:00')))).toBe('2026-10-07 15:00')
    expect(shown(nextOpening(empoli, rome('2026-10-07 09:00')))).toBe('2026-10-07 15:00')
    expect(nextOpening(never, new Date('2026-10-07T10:00:00Z'))).toBeNull()
    expect(nextOpening(always, new Date('2026-10-07T10:00:00Z'))).toBeNull()
  })

  it('stays open across midnight', () => {
    const opening = openingAt(nightly, fromTownTime('2026-10-07', '23:00', 'Europe/Madrid'))
    expect(opening.state).toBe('open')
    expect(shown(opening.until, 'Europe/Madrid')).toBe('2026-10-08 06:00')
    const at = nextOpening(nightly, fromTownTime('2026-10-07', '21:00', 'Europe/Madrid'))
    expect(shown(at, 'Europe/Madrid')).toBe('2026-10-07 22:00')
    const later = nextOpening(nightly, fromTownTime('2026-10-07', '23:00', 'Europe/Madrid'))
    expect(shown(later, 'Europe/Madrid')).toBe('2026-10-08 22:00')
  })

  it('knows no end of hours without a break', () => {
    expect(openingAt(always, new Date('2026-10-07T10:00:00Z'))).toEqual({ state: 'open', until: null })
    expect(openingAt(never, new Date('2026-10-07T10:00:00Z'))).toEqual({ state: 'closed', until: null })
    const closing = { ...always, ownHolidays: [{ date: '12-25', name: 'Nadal' }] }
    const { until } = openingAt(closing, new Date('2026-10-07T10:00:00Z'))
    expect(shown(until, 'Europe/Madrid')).toBe('2026-12-25 00:00')
  })

  it('follows the town, not the server: the same moment is two days in two zones', () => {
    const at = new Date('2026-10-07T22:30:00Z')
    expect(townDate(at, 'Europe/Madrid')).toBe('2026-10-08')
    expect(townDate(at, 'Atlantic/Azores')).toBe('2026-10-07')
    expect(townDateTime(at, 'Europe/Madrid')).toEqual({ date: '2026-10-08', time: '00:30', weekday: 4 })
    const azores = { ...nightly, timeZone: 'Atlantic/Azores' }
    expect(openingAt(nightly, at).state).toBe('open')
    expect(openingAt(azores, at)).toMatchObject({ state: 'open' })
    expect(openingAt(azores, new Date('2026-10-07T21:30:00Z')).state).toBe('closed')
  })
})

describe('working time', () => {
  it.each([
    ['2026-10-07 09:00', 60, '2026-10-07 10:00'],
    ['2026-10-07 12:30', 60, '2026-10-07 15:30'],
    ['2026-10-07 12:00', 60, '2026-10-07 13:00'],
    ['2026-10-07 07:00', 0, '2026-10-07 07:00'],
    ['2026-10-07 07:00', -5, '2026-10-07 07:00'],
    ['2026-10-09 17:30', 60, '2026-10-10 09:30'],
    ['2026-10-10 12:00', 1, '2026-10-12 09:01'],
    ['2026-12-07 17:00', 120, '2026-12-09 10:00'],
    ['2026-10-05 09:00', 7 * 60 * 5 + 180, '2026-10-10 12:00'],
  ])('from %s, %d minutes on it is %s', (from, minutes, until) => {
    expect(shown(addWorkingTime(empoli, rome(from), minutes))).toBe(until)
  })

  it('is never enough where nobody works', () => {
    expect(addWorkingTime(never, new Date('2026-10-07T10:00:00Z'), 1)).toBeNull()
    expect(addWorkingTime(empoli, rome('2026-10-07 09:00'), Number.POSITIVE_INFINITY)).toBeNull()
  })

  it.each([
    ['2026-10-07 09:00', '2026-10-07 18:00', 420],
    ['2026-10-07 12:30', '2026-10-07 15:10', 40],
    ['2026-10-07 18:00', '2026-10-08 09:00', 0],
    ['2026-10-08 09:00', '2026-10-07 09:00', 0],
    ['2026-10-05 00:00', '2026-10-12 00:00', 5 * 420 + 180],
    ['2026-12-24 00:00', '2026-12-27 00:00', 180 + 60],
  ])('between %s and %s there are %d minutes', (from, to, minutes) => {
    expect(workingMinutesBetween(empoli, rome(from), rome(to))).toBe(minutes)
  })

  it('measured again is what was added', () => {
    const start = rome('2026-07-20 00:00').getTime()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 * 1440 }), fc.integer({ min: 1, max: 5000 }), (later, minutes) => {
        const from = new Date(start + later * 60_000)
        const to = addWorkingTime(empoli, from, minutes)
        expect(to && workingMinutesBetween(empoli, from, to)).toBe(minutes)
        expect(to && workingMinutesBetween(empoli, from, new Date(to.getTime() - 60_000))).toBe(minutes - 1)
      }),
      { numRuns: 60 },
    )
  })

  it('does not run away over an endless past', () => {
    const years = workingMinutesBetween(always, new Date(0), new Date(8e15)) / 60 / 24 / 365
    expect(years).toBeGreaterThan(10)
    expect(years).toBeLessThan(10.1)
  })
})

describe('daylight saving', () => {
  it('makes a day of 23 and one of 25 hours', () => {
    const day = (date: string) =>
      workingMinutesBetween(
        always,
        fromTownTime(date, '00:00', 'Europe/Madrid'),
        fromTownTime(date, '24:00', 'Europe/Madrid'),
      )
    expect([day('2026-03-28'), day('2026-03-29'), day('2026-10-25')]).toEqual([1440, 1380, 1500])
  })

  it('keeps office hours by the clock on the wall', () => {
    expect(openingAt(empoli, new Date('2026-03-27T08:00:00Z')).state).toBe('open')
    expect(openingAt(empoli, new Date('2026-03-30T07:00:00Z')).state).toBe('open')
    expect(openingAt(empoli, new Date('2026-03-27T07:59:00Z')).state).toBe('closed')
  })
})

describe('the schema of a calendar', () => {
  const messages = (change: object) => {
    const result = calendar.safeParse({ ...empoli, ...change })
    return result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  }
  const monday = (...intervals: { from: string; to: string }[]) => ({ weekly: { ...empoli.weekly, mon: intervals } })

  it.each([
    [monday({ from: '09:00', to: '13:00' }, { from: '12:59', to: '15:00' }), 'weekly.mon.1: intervals_overlap'],
    [monday({ from: '15:00', to: '18:00' }, { from: '09:00', to: '15:30' }), 'weekly.mon.0: intervals_overlap'],
    [monday({ from: '13:00', to: '09:00' }), 'weekly.mon.0.to: interval_ends_before_it_begins'],
    [monday({ from: '9:00', to: '13:00' }), 'weekly.mon.0.from: invalid_time'],
    [monday({ from: '24:00', to: '24:00' }), 'weekly.mon.0.from: invalid_time'],
    [monday({ from: '09:00', to: '24:01' }), 'weekly.mon.0.to: invalid_time'],
    [{ timeZone: 'Europe/Empoli' }, 'timeZone: unknown_time_zone'],
    [{ region: 'Toscana' }, 'region: invalid_region'],
    [{ ownHolidays: [{ date: '02-30', name: '' }] }, 'ownHolidays.0.date: invalid_date'],
    [
      { exceptions: [{ from: '2026-02-02', to: '2026-02-01', intervals: [], name: '' }] },
      'exceptions.0.to: exception_ends_before_it_begins',
    ],
  ])('refuses %s, saying %s', (change, message) => {
    expect(messages(change)).toEqual([message])
  })

  it('accepts touching shifts, a day to midnight, yearly days and 29 February', () => {
    expect(messages(monday({ from: '09:00', to: '13:00' }, { from: '13:00', to: '24:00' }))).toEqual([])
    expect(messages({ ownHolidays: [{ date: '02-29', name: 'x' }], region: 'ES-CT' })).toEqual([])
  })
})
