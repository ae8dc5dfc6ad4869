import { expect, test } from 'vitest'
import { adviceOf } from './check-advice.ts'

test.each([
  ['number', 190, 'token'],
  ['number', 10, 'permission'],
  ['number', 200, 'permission'],
  ['number', 100, 'unknown_number'],
  ['account', 33, 'unknown_account'],
  ['secret', 100, 'wrong_secret'],
  ['callback', 100, 'unverified'],
  ['secret', 190, 'token'],
  ['account', 80007, 'busy'],
  ['number', 131031, 'blocked'],
  ['number', 131000, 'refused'],
] as const)('asked about the %s, a refusal with code %i means %s', (asked, code, advice) => {
  expect(adviceOf(asked, 'refused', code)).toBe(advice)
})

test('what was no refusal is told as it is', () => {
  expect(adviceOf('number', 'unreachable', null)).toBe('unreachable')
  expect(adviceOf('account', 'not_done', null)).toBe('not_done')
})
