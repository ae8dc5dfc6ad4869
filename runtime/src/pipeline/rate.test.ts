import { expect, test } from 'vitest'
import { createRate } from './rate.ts'

const SECOND = 1_000

test('a burst of nine tenths of the limit goes at once, the others each at their own place', () => {
  const rate = createRate(10)
  const waits = Array.from({ length: 12 }, () => rate.take(SECOND))
  expect(waits.slice(0, 9)).toEqual(Array(9).fill(0))
  expect(waits.slice(9)).toEqual([112, 223, 334])
})

test('places come back with time', () => {
  const rate = createRate(10)
  for (let taken = 0; taken < 9; taken++) rate.take(SECOND)
  expect(rate.take(2 * SECOND)).toBe(0)
})

test('a refusal halves the speed, which recovers by a twentieth a second', () => {
  const rate = createRate(100)
  rate.take(SECOND)
  rate.slowDown(SECOND)
  expect(rate.take(SECOND)).toBe(Math.ceil(SECOND / 45))
  for (let second = 2; second <= 20; second++) rate.take(second * SECOND)
  const burst = Array.from({ length: 90 }, () => rate.take(21 * SECOND))
  expect(burst.filter(wait => wait === 0).length).toBeGreaterThan(80)
})

test('it never stops altogether', () => {
  const rate = createRate(20)
  for (let refusals = 0; refusals < 50; refusals++) rate.slowDown(SECOND)
  expect(rate.take(SECOND)).toBeLessThanOrEqual(SECOND)
})
