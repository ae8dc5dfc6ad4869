import { expect, test } from 'vitest'
import { townPeriod } from './town-periods.ts'

test('today begins at the town’s midnight and has one slot per hour that has begun', () => {
  const { from, slots } = townPeriod('today', 'Europe/Madrid', new Date('2026-11-20T23:30:00Z'))
  expect(from.toISOString()).toBe('2026-11-20T23:00:00.000Z')
  expect(slots).toEqual(['2026-11-21T00:00'])
})

test('a week is today and the six town days before it, across the change of the clock', () => {
  const { from, slots } = townPeriod('7d', 'Europe/Rome', new Date('2026-10-27T10:00:00Z'))
  expect(from.toISOString()).toBe('2026-10-20T22:00:00.000Z')
  expect(slots.at(0)).toBe('2026-10-21')
  expect(slots.at(-1)).toBe('2026-10-27')
  expect(slots).toHaveLength(7)
})
