import { describe, expect, it } from 'vitest'
import { asEasterDay, easterDayIn, easterOf, holidaysByLaw } from '../calendar.ts'

describe('Easter', () => {
  // Among them the earliest and the latest of two centuries.
  it.each([
    [1961, '1961-04-02'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, date) => {
    expect(easterOf(year)).toBe(date)
  })

  it.each([
    ['2026-04-03', 'easter-2'],
    ['2026-04-05', 'easter+0'],
    ['2026-04-13', 'easter+8'],
    ['2026-02-17', 'easter-47'],
    ['2026-12-25', null],
  ])('%s is counted from it as %s', (date, day) => {
    expect(asEasterDay(date)).toBe(day)
    if (day) expect(easterDayIn(day, 2026)).toBe(date)
  })
})

describe('public holidays by law', () => {
  // By the laws that public-holidays.ts names; Sundays are in them, too.
  const shared = '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25'.split(' ')
  it.each([
    ['ES', shared],
    ['ES-CT', [...shared, '04-06', '06-24', '09-11', '12-26']],
    ['ES-IB', [...shared, '03-01', '03-02', '04-02', '04-06']],
    ['ES-VC', [...shared, '03-19', '04-06', '06-24', '10-09']],
    ['IT', '01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'.split(' ')],
  ])('of %s in 2026', (region, days) => {
    const dates = holidaysByLaw(region, 2026, 'ca')?.map(({ date }) => date)
    expect(dates).toEqual(days.toSorted().map(day => `2026-${day}`))
  })

  it('begin when their law does, and move with Easter', () => {
    const italian = (year: number) => holidaysByLaw('IT-52', year, 'it')?.map(({ date }) => date.slice(5)) ?? []
    expect(italian(2025)).not.toContain('10-04')
    expect(italian(2025)).toContain('04-21')
    expect(italian(2027)).toEqual(expect.arrayContaining(['03-28', '03-29', '10-04']))
  })

  it('are named in the language of the town', () => {
    const nameOn = (region: string, date: string, language: 'ca' | 'es' | 'it') =>
      holidaysByLaw(region, 2026, language)?.find(day => day.date === date)?.name
    expect(nameOn('ES-CT', '2026-06-24', 'ca')).toBe('Sant Joan')
    expect(nameOn('ES-VC', '2026-10-09', 'es')).toBe('Día de la Comunitat Valenciana')
    expect(nameOn('IT', '2026-04-06', 'it')).toBe('Lunedì dell’Angelo')
    expect(nameOn('IT', '2026-04-06', 'ca')).toBe('Lunedì dell’Angelo')
  })

  it('are not made up for regions nobody has told of', () => {
    expect(holidaysByLaw('ES-GA', 2026, 'es')).toBeNull()
  })
})
