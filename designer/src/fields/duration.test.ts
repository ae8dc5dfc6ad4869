import { expect, test } from 'vitest'
import { joinMinutes, splitMinutes } from './duration.ts'

test.each([
  [0, 0, 'minutes'],
  [1, 1, 'minutes'],
  [59, 59, 'minutes'],
  [60, 1, 'hours'],
  [90, 90, 'minutes'],
  [120, 2, 'hours'],
  [1_440, 1, 'days'],
  [1_500, 25, 'hours'],
  [10_080, 7, 'days'],
] as const)('%i minutes are shown as %i %s and mean the same', (minutes, amount, unit) => {
  expect(splitMinutes(minutes)).toEqual({ amount, unit })
  expect(joinMinutes(amount, unit)).toBe(minutes)
})
