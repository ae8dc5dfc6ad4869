import { expect, test } from 'vitest'
import { weekToTell } from './weeks.ts'

test.each([
  ['Sunday night', '2026-11-29T22:59:00Z', null],
  ['Monday before seven', '2026-11-30T05:59:59Z', null],
  ['Monday at seven', '2026-11-30T06:00:00Z', '2026-11-23'],
  ['Wednesday night', '2026-12-02T22:59:00Z', '2026-11-23'],
  ['Thursday', '2026-12-02T23:00:00Z', null],
  ['the Monday after the clock went back', '2026-10-26T06:00:00Z', '2026-10-19'],
  ['the Monday after it went forward', '2026-03-30T05:00:00Z', '2026-03-23'],
])('on %s it is the week from %s', (_when, now, monday) => {
  expect(weekToTell(new Date(now), 'Europe/Madrid')?.monday ?? null).toBe(monday)
})
