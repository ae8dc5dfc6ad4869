import { expect, test } from 'vitest'
import { addSorted, createSortedList, fillSortedList, removeSorted, stretch, stretchLength } from './sorted-list.ts'

const numbers = () => createSortedList<number>((one, other) => one - other)
const between = (from: number, to: number) => (item: number) => Number(item > to) - Number(item < from)
const shuffled = (count: number) => Array.from({ length: count }, (_, n) => (n * 7919) % count)

test.each([0, 1, 2, 1023, 1024, 1025, 5000])('%i items stay in order, however they come and go', count => {
  const list = numbers()
  for (const item of shuffled(count)) addSorted(list, item)
  expect([...stretch(list, () => 0)]).toEqual(Array.from({ length: count }, (_, n) => n))
  for (const item of shuffled(count)) if (item % 3 !== 0) removeSorted(list, item)
  removeSorted(list, -1)
  removeSorted(list, count + 1)
  const left = Array.from({ length: Math.ceil(count / 3) }, (_, n) => n * 3)
  expect([...stretch(list, () => 0)]).toEqual(left)
  expect([...stretch(list, () => 0, true)]).toEqual(left.toReversed())
})

test('a stretch is found from both ends and counted, within and across runs', () => {
  const list = numbers()
  fillSortedList(list, shuffled(4000))
  for (const [from, to] of [
    [0, 0],
    [511, 512],
    [100, 3000],
    [3999, 9999],
    [-5, -1],
    [4000, 5000],
    [2000, 1999],
  ] as const) {
    const expected = shuffled(4000)
      .filter(item => item >= from && item <= to)
      .sort((one, other) => one - other)
    expect([...stretch(list, between(from, to))]).toEqual(expected)
    expect([...stretch(list, between(from, to), true)]).toEqual(expected.toReversed())
    expect(stretchLength(list, between(from, to))).toBe(expected.length)
  }
})

test('items added in order fill their runs', () => {
  const list = numbers()
  for (let item = 0; item < 10_000; item++) addSorted(list, item)
  expect(list.runs.length).toBeLessThan(12)
})
