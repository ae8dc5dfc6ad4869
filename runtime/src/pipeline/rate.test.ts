import { expect, test } from 'vitest'
import { createRate, type Rate } from './rate.ts'

const SECOND = 1_000

/** How many go out from one moment to another, each as soon as it may. */
function sentBetween(rate: Rate, from: number, to: number): number {
  let sent = 0
  for (let now = from; now < to; ) {
    const pause = rate.take(now)
    if (pause === 0) sent += 1
    now += pause
  }
  return sent
}

test.each([20, 80, 1_000])(
  'at a level of %i a second no second is above it, and the next ones have nine tenths',
  limit => {
    const rate = createRate(limit)
    const first = sentBetween(rate, SECOND, 2 * SECOND)
    expect(first).toBeLessThanOrEqual(limit)
    expect(first).toBeGreaterThanOrEqual(limit * 0.9)
    const ten = sentBetween(rate, 2 * SECOND, 12 * SECOND)
    expect(Math.abs(ten - 9 * limit)).toBeLessThanOrEqual(1)
  },
)

test('where there is no place nothing is taken, and the next one is foretold', () => {
  const rate = createRate(10)
  expect([rate.take(SECOND), rate.take(SECOND), rate.take(SECOND)]).toEqual([0, 112, 112])
  expect(rate.take(SECOND + 112)).toBe(0)
})

test('a refusal halves the speed, which recovers by a twentieth a second', () => {
  const rate = createRate(100)
  rate.take(SECOND)
  rate.slowDown(SECOND)
  expect(rate.take(SECOND)).toBe(Math.ceil(SECOND / 45))
  const slowed = sentBetween(rate, SECOND, 2 * SECOND)
  expect(slowed).toBeGreaterThanOrEqual(44)
  expect(slowed).toBeLessThanOrEqual(48)
  sentBetween(rate, 2 * SECOND, 20 * SECOND)
  expect(sentBetween(rate, 20 * SECOND, 21 * SECOND)).toBeGreaterThan(88)
})

test('it never stops altogether', () => {
  const rate = createRate(20)
  for (let refusals = 0; refusals < 50; refusals++) rate.slowDown(SECOND)
  expect(rate.take(SECOND)).toBeLessThanOrEqual(SECOND)
})

test('a number that was upgraded sends faster at once, one that is slowed down does not', () => {
  const rate = createRate(80)
  rate.take(SECOND)
  rate.limitTo(1_000)
  expect(sentBetween(rate, SECOND, 2 * SECOND)).toBeGreaterThan(800)
  const slowed = createRate(80)
  slowed.slowDown(SECOND)
  slowed.limitTo(1_000)
  expect(sentBetween(slowed, SECOND, 2 * SECOND)).toBeLessThan(50)
})
