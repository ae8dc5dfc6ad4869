import { describe, expect, test } from 'vitest'
import { movedDay } from './moved-day.ts'

describe('keys in a year of days', () => {
  test.each([
    ['2026-08-14', 'ArrowRight', '2026-08-15'],
    ['2026-08-31', 'ArrowRight', '2026-09-01'],
    ['2026-08-14', 'ArrowUp', '2026-08-07'],
    ['2026-08-14', 'Home', '2026-08-10'],
    ['2026-08-14', 'End', '2026-08-16'],
    ['2026-08-31', 'PageDown', '2026-09-30'],
    ['2026-03-31', 'PageUp', '2026-02-28'],
    ['2028-03-31', 'PageUp', '2028-02-29'],
    ['2026-01-01', 'ArrowLeft', '2026-01-01'],
    ['2026-01-03', 'PageUp', '2026-01-01'],
    ['2026-12-30', 'ArrowDown', '2026-12-31'],
    ['2026-12-31', 'End', '2026-12-31'],
    ['2026-08-14', 'Enter', null],
    ['2026-08-14', 'constructor', null],
  ])('from %s, %s goes to %s', (date, key, to) => {
    expect(movedDay(date, key)).toBe(to)
  })
})
