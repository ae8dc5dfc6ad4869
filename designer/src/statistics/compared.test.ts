import { expect, test } from 'vitest'
import { changeOf } from './compared.ts'

test.each([
  [0, 0, 'same'],
  [5, 5, 'same'],
  [5, 0, null],
  [6, 4, 0.5],
  [0, 4, -1],
])('%d after %d is said as %j', (now, before, expected) => {
  expect(changeOf(now, before)).toEqual(expected)
})
