import { describe, expect, test } from 'vitest'
import { troubleOf } from './channel-trouble.ts'

describe('why a channel stopped', () => {
  test.each([
    ['190 Error validating access token', 'token', '190'],
    ['0 AuthException', 'token', '0'],
    ['131042 Business eligibility payment issue', 'payment', '131042'],
    ['200 Permission denied', 'permission', '200'],
    ['299 ', 'permission', '299'],
    ['300 Something', 'unknown', '300'],
    ['131031 reported by the platform', 'blocked', '131031'],
    ['somebody pulled the plug', 'unknown', null],
  ])('%s', (reason, trouble, code) => {
    expect(troubleOf(reason)).toEqual({ trouble, code })
  })
})
