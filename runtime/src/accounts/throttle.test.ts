import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

const at = (seconds: number) => new Date(seconds * 1_000)
const limits = { free: 3, firstDelaySeconds: 2, longestDelaySeconds: 5 }

test('after the free attempts every further one waits twice as long, up to the longest delay', () => {
  const throttle = createThrottle(limits)
  const waits = [0, 0, 0, 0, 2, 3, 6, 10, 11, 16].map(seconds => throttle.attempt('a', at(seconds)))
  expect(waits).toEqual([0, 0, 0, 2, 0, 3, 0, 1, 0, 0])
})

test('keys do not slow each other down', () => {
  const throttle = createThrottle(limits)
  for (let count = 0; count < 10; count += 1) throttle.attempt('a', at(0))
  expect(throttle.attempt('b', at(0))).toBe(0)
})

test('a success, or an hour of quiet, starts afresh', () => {
  const throttle = createThrottle(limits)
  for (let count = 0; count < 3; count += 1) throttle.attempt('a', at(0))
  expect(throttle.attempt('a', at(1))).toBe(1)
  throttle.forget('a')
  expect(throttle.attempt('a', at(1))).toBe(0)
  for (let count = 0; count < 5; count += 1) throttle.attempt('a', at(1))
  expect([0, 0, 0].map(() => throttle.attempt('a', at(4_000)))).toEqual([0, 0, 0])
})

test('attempts that succeed never add up to a delay', () => {
  const throttle = createThrottle(limits)
  for (let count = 0; count < 20; count += 1) {
    expect(throttle.attempt('office', at(0))).toBe(0)
    throttle.refund('office')
  }
})
