import { expect, test } from 'vitest'
import { momentOf, nextMorning, townMoment } from './town-moment.ts'

const zone = 'Europe/Madrid'
const friday = new Date('2026-09-11T10:00:00Z')

test.each([
  ['2026-09-14T06:00:00Z', 'ca', 'dilluns 08:00'],
  ['2026-09-14T06:00:00Z', 'en-GB', 'Monday 08:00'],
  ['2026-09-14T06:00:00Z', 'it', 'lunedì 08:00'],
  ['2026-10-26T07:00:00Z', 'es', 'lun, 26 de octubre 08:00'],
])('%s is told in %s by the clock of the town', (at, locale, told) => {
  expect(townMoment(at, zone, locale, friday)).toBe(told)
})

test('choosing begins on the next working day at eight', () => {
  expect(nextMorning(friday, zone)).toEqual({ date: '2026-09-14', time: '08:00' })
  expect(momentOf('2026-09-14', '08:00', zone)?.toISOString()).toBe('2026-09-14T06:00:00.000Z')
})

test.each([
  ['', '08:00'],
  ['2026-09-14', ''],
])('a day %s at %s is no moment yet', (date, time) => {
  expect(momentOf(date, time, zone)).toBeNull()
})
