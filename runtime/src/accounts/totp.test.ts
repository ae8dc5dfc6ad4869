import { expect, test } from 'vitest'
import { base32, hotp, otpauthUri, stepAt, stepOf } from './totp.ts'

const secret = Buffer.from('12345678901234567890') // the secret of both RFCs

test.each([
  [0, '755224'],
  [1, '287082'],
  [2, '359152'],
  [3, '969429'],
  [4, '338314'],
  [5, '254676'],
  [6, '287922'],
  [7, '162583'],
  [8, '399871'],
  [9, '520489'],
])('RFC 4226, appendix D: counter %i gives %s', (counter, code) => {
  expect(hotp(secret, counter)).toBe(code)
})

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('RFC 6238, appendix B: second %i gives %s', (second, code) => {
  expect(hotp(secret, stepAt(new Date(second * 1_000)), 8)).toBe(code)
})

test('a code is good for its own step and one beside it, not for others', () => {
  const now = new Date('2026-11-30T10:00:00Z')
  const code = hotp(secret, stepAt(now))
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  expect([-60, -30, 0, 29, 30, 59, 60].map(seconds => stepOf(secret, code, after(seconds)) !== null)).toEqual([
    ...[false, true, true, true, true, true, false],
  ])
  expect(stepOf(secret, '', now)).toBeNull()
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %s is %s in base 32', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded)
})

test('the address for apps carries everything they need', () => {
  expect(otpauthUri('MZXW6', 'aina@vila.example', 'Pregoner')).toBe(
    'otpauth://totp/Pregoner:aina%40vila.example?secret=MZXW6&issuer=Pregoner&algorithm=SHA1&digits=6&period=30',
  )
})
