import { expect, test } from 'vitest'
import { averageOf, spreadOf } from './spread.ts'

const minutes = (...values: number[]) => values.map(value => value * 60_000)

test.each([
  [[], null],
  [[5], { median: 5, p90: 5 }],
  [[10, 20], { median: 15, p90: 19 }],
  [[30, 10, 20], { median: 20, p90: 28 }],
  [Array.from({ length: 101 }, (_, index) => index), { median: 50, p90: 90 }],
])('the middle and the long end of %j', (values, expected) => {
  expect(spreadOf(minutes(...values))).toEqual(expected)
})

test.each([
  [[0, 0, 0], null],
  [[0, 0, 4], { count: 4, average: 3, deviation: 0 }],
  [[1, 0, 1], { count: 2, average: 2, deviation: 1 }],
  [[1, 1, 1, 1, 6], { count: 10, average: 4, deviation: 1.41 }],
])('the average of %j', (marks, expected) => {
  expect(averageOf(marks)).toEqual(expected)
})
