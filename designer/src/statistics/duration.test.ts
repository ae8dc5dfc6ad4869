import { expect, test } from 'vitest'
import { spokenMinutes } from './duration.ts'

test.each([
  [0.4, { unit: 'minutes', minutes: 0 }],
  [59.4, { unit: 'minutes', minutes: 59 }],
  [59.6, { unit: 'hours', hours: 1, minutes: 0 }],
  [134, { unit: 'hours', hours: 2, minutes: 14 }],
  [2_879, { unit: 'hours', hours: 47, minutes: 59 }],
  [2_880, { unit: 'days', days: 2, hours: 0 }],
  [4_000, { unit: 'days', days: 2, hours: 18 }],
] as const)('%d minutes are said as %j', (minutes, expected) => {
  expect(spokenMinutes(minutes)).toEqual(expected)
})
