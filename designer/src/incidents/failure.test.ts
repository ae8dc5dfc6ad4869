import { describe, expect, test } from 'vitest'
import { failureOf } from './failure.ts'

describe('why an answer was not delivered', () => {
  test.each([
    ['131047 Re-engagement message', 'window', '131047'],
    ['131026 Message undeliverable', 'unreachable', '131026'],
    ['131049 Held back', 'unwanted', '131049'],
    ['131056 too late', 'late', '131056'],
    ['131009 Parameter value is not valid', 'refused', '131009'],
    ['131047', 'window', '131047'],
    ['nobody knows', 'refused', '–'],
  ])('%s', (words, failure, code) => {
    expect(failureOf(words)).toEqual({ failure, code })
  })
})
