import { describe, expect, it } from 'vitest'
import {
  addWorkingTime,
  asUsual,
  type Calendar,
  calendar,
  copiedToNextYear,
  fromTownTime,
  hoursOn,
  nextOpening,
  openingAt,
  townDateTime,
  withException,
  workingMinutesBetween,
} from '../calendar.ts'

const split = [
  { from: '09:00', to: '14:00' },
  { from: '16:30', to: '19:00' },
]
const morning = [{ from: '08:00', to: '14:00' }]
const week = (hours: Calendar['weekly']['mon']): Calendar['weekly'] => ({
  ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  ...{ sat: [], sun: [] },
})
const office: Calendar = calendar.parse({
  ...{ id: 'o', name: 'Oficines', timeZone: 'Europe/Madrid', region: 'ES-VC', weekly: week(split) },
  seasons: [
    { name: 'Estiu', from: '06-15', to: '09-15', weekly: week(morning) },
    { name: 'Festes', from: '08-10', to: '08-16', weekly: week([{ from: '10:00', to: '12:00' }]) },
    { name: 'Nadal', from: '12-22', to: '01-07', weekly: week([{ from: '09:00', to: '13:00' }]) },
  ],
  publicHolidays: [{ date: '2026-08-15', name: 'L’Assumpció' }],
  ownHolidays: [
    { date: '07-22', name: 'Sant Bernat' },
    { date: 'easter+8', name: 'Sant Vicent' },
  ],
  exceptions: [
    { from: '2026-07-01', to: '2026-07-03', intervals: [{ from: '11:00', to: '12:00' }], name: 'Obres' },
    { from: '2026-07-22', to: '2026-07-22', intervals: morning, name: 'Obert' },
  ],
})
const madrid = (text: string) => fromTownTime(text.slice(0, 10), text.slice(11), 'Europe/Madrid')
const shown = (at: Date | null) => {
  if (!at) return null
  const { date, time } = townDateTime(at, 'Europe/Madrid')
  return `${date} ${time}`
}
const hoursText = (date: string) =>
  hoursOn(office, date)
    .intervals.map(({ from, to }) => `${from}-${to}`)
    .join(' ')

describe('the hours of a day', () => {
  it.each([
    ['2026-06-12', 'weekly', '', '09:00-14:00 16:30-19:00'],
    ['2026-06-15', 'season', 'Estiu', '08:00-14:00'],
    ['2026-06-20', 'season', 'Estiu', ''],
    ['2027-06-15', 'season', 'Estiu', '08:00-14:00'],
    ['2026-09-15', 'season', 'Estiu', '08:00-14:00'],
    ['2026-09-16', 'weekly', '', '09:00-14:00 16:30-19:00'],
    ['2026-08-11', 'season', 'Festes', '10:00-12:00'],
    ['2026-08-15', 'holiday', 'L’Assumpció', ''],
    ['2026-07-02', 'exception', 'Obres', '11:00-12:00'],
    ['2026-07-22', 'exception', 'Obert', '08:00-14:00'],
    ['2027-07-22', 'holiday', 'Sant Bernat', ''],
    ['2026-04-13', 'holiday', 'Sant Vicent', ''],
    ['2027-04-05', 'holiday', 'Sant Vicent', ''],
    ['2027-04-13', 'weekly', '', '09:00-14:00 16:30-19:00'],
    ['2026-12-31', 'season', 'Nadal', '09:00-13:00'],
    ['2027-01-07', 'season', 'Nadal', '09:00-13:00'],
    ['2027-01-08', 'weekly', '', '09:00-14:00 16:30-19:00'],
  ])('on %s come from the %s %s: %s', (date, by, name, hours) => {
    expect(hoursOn(office, date)).toMatchObject({ by, name })
    expect(hoursText(date)).toBe(hours)
  })
})

describe('the summer timetable', () => {
  it.each([
    ['2026-06-12 18:00', 'open', '2026-06-12 19:00'],
    ['2026-06-12 19:00', 'closed', '2026-06-15 08:00'],
    ['2026-06-15 08:30', 'open', '2026-06-15 14:00'],
    ['2026-06-15 17:00', 'closed', '2026-06-16 08:00'],
    ['2026-09-15 17:00', 'closed', '2026-09-16 09:00'],
    ['2027-07-22 10:00', 'holiday', '2027-07-23 08:00'],
  ])('at %s it is %s until %s', (at, state, until) => {
    const opening = openingAt(office, madrid(at))
    expect([opening.state, shown(opening.until)]).toEqual([state, until])
  })

  it('counts in deadlines: a day that was promised in spring is longer in summer', () => {
    expect(shown(addWorkingTime(office, madrid('2026-06-12 18:00'), 120))).toBe('2026-06-15 09:00')
    expect(workingMinutesBetween(office, madrid('2026-06-12 00:00'), madrid('2026-06-16 00:00'))).toBe(450 + 360)
  })

  it.each([
    ['2026-03-27 19:00', '2026-03-30T07:00:00.000Z'], // the clock has gone forward: 9:00 is an hour earlier
    ['2026-10-23 19:00', '2026-10-26T08:00:00.000Z'], // and back
  ])('opens by the clock on the wall after %s', (at, next) => {
    expect(nextOpening(office, madrid(at))?.toISOString()).toBe(next)
  })

  it('is refused with a day that does not exist', () => {
    const messages = (season: object) =>
      calendar
        .safeParse({ ...office, seasons: [{ ...office.seasons?.[0], ...season }] })
        .error?.issues.map(({ message }) => message)
    expect(messages({ to: '09-31' })).toEqual(['invalid_date'])
    expect(messages({ to: '2026-09-15' })).toEqual(['invalid_date'])
    expect(messages({})).toBeUndefined()
  })
})

describe('editing a day', () => {
  const closed = (from: string, to = from) => ({ from, to, intervals: [], name: 'Pont' })
  const days = ({ exceptions }: Calendar) => exceptions.map(({ from, to, name }) => `${from}/${to} ${name}`)

  it('closes one day in the middle of a longer exception', () => {
    const changed = withException(office, closed('2026-07-02'))
    expect(days(changed).slice(0, 3)).toEqual([
      '2026-07-01/2026-07-01 Obres',
      '2026-07-02/2026-07-02 Pont',
      '2026-07-03/2026-07-03 Obres',
    ])
  })

  it('takes the place of what was there', () => {
    expect(days(withException(office, closed('2026-06-30', '2026-07-22')))).toEqual(['2026-06-30/2026-07-22 Pont'])
  })

  it('makes a day usual again, and only that day', () => {
    expect(days(asUsual(office, '2026-07-01', '2026-07-01'))).toEqual([
      '2026-07-02/2026-07-03 Obres',
      '2026-07-22/2026-07-22 Obert',
    ])
    expect(hoursOn(asUsual(office, '2026-07-22', '2026-07-22'), '2026-07-22').by).toBe('holiday')
  })

  it('copies a year to the next, once', () => {
    const leap: Calendar = {
      ...office,
      ownHolidays: [...office.ownHolidays, { date: '2028-02-29', name: 'Fira' }],
      exceptions: [closed('2028-12-24', '2029-01-02'), closed('2029-05-04'), closed('2028-05-04')],
    }
    const { calendar: copied, added } = copiedToNextYear(leap, 2028)
    expect(added).toBe(2)
    expect(days(copied)).toContain('2029-12-24/2030-01-02 Pont')
    expect(copied.ownHolidays.at(-1)).toEqual({ date: '2029-02-28', name: 'Fira' })
    expect(copiedToNextYear(copied, 2028)).toEqual({ calendar: copied, added: 0 })
  })
})
