import { textMessage } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { countryOf } from '../statistics/country-of.ts'
import { anonymousSend, wordlessSend } from './anonymous.ts'
import type { Send } from './send-store.ts'

const sent: Send = {
  ...{ _id: 'vila:a:1:0', town: 'vila', convId: 'vila:a', channelId: 'vila', seq: 1 },
  ...{ to: { type: 'phone', value: '34600111222' }, message: textMessage('Hola, Núria', 'ca'), st: 'failed' },
  ...{ attempts: 1, nextAt: new Date(0), token: 't', claimedAt: null, platformId: 'wamid', givenUp: ['wamid-0'] },
  ...{ error: '131026 no WhatsApp at 34600111222', createdAt: new Date(0), entryId: 'e' },
}

test.each([
  ['phone', '34600111222', 'ES'],
  ['phone', '393386553630', 'IT'],
  ['phone', '3', null],
  ['bsuid', 'FR.13491208655302741918', 'FR'],
  ['visitor', 'abc', null],
] as const)(
  'what a message to %s %s cost can be told when nobody knows any more whose it was',
  (type, value, country) => {
    const { to } = wordlessSend({ ...sent, to: { type, value } })
    expect(countryOf(to)).toBe(country)
    expect(to.value.length).toBeLessThan(4)
  },
)

test('nothing of the words, the number and the conversation is left', () => {
  const left = JSON.stringify(anonymousSend(sent, 'salt'))
  for (const text of ['Núria', '600111222', 'wamid', 'vila:a']) expect(left).not.toContain(text)
  expect(left).toContain('131026')
})
