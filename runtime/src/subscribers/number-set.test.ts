import { expect, test } from 'vitest'
import { createNumberSet } from './number-set.ts'

test('every number is new once, however many there are', () => {
  const numbers = createNumberSet()
  const all = Array.from({ length: 50_000 }, (_, index) => `+34${600_000_000 + index * 7}`)
  expect(all.filter(numbers.add)).toHaveLength(50_000)
  expect(all.filter(numbers.add)).toEqual([])
  expect(numbers.add('+393386553630')).toBe(true)
})
