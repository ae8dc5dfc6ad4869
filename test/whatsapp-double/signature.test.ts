import { expect, test } from 'vitest'
import { escapedBytes, signatureOf } from './webhooks/signature.ts'

// The vector of the reference: secret, exact body and its signature
const SECRET = 'app-secret-for-tests'
const BODY =
  '{"object":"whatsapp_business_account","entry":[{"id":"881200034567890","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"34910000001","phone_number_id":"700100200300400"},"messages":[{"from":"34600111222","id":"wamid.AAA1","timestamp":"1763740800","type":"text","text":{"body":"Se\\u00f1or \\ud83d\\udc4d 1\\/2"}}]}}]}]}'
const SIGNATURE = 'sha256=51857d973a50961b76f401b6cde9d6a7bd85a15ac285149eca1ceadf309b2364'

test('the known body gives the known signature', () => {
  expect(signatureOf(Buffer.from(BODY), SECRET)).toBe(SIGNATURE)
})

test('writing the parsed body again gives the same bytes', () => {
  expect(escapedBytes(JSON.parse(BODY)).toString()).toBe(BODY)
})

test.each([
  ['accents in lower-case hex', 'ñ', '"\\u00f1"'],
  ['emoji as surrogate pairs', '👍', '"\\ud83d\\udc4d"'],
  ['slashes', 'a/b', '"a\\/b"'],
  ['a backslash before a slash', '\\/', '"\\\\\\/"'],
  ['line separators', '\u2028', '"\\u2028"'],
  ['control characters as JSON does', 'a\n\u0001', '"a\\n\\u0001"'],
  ['plain ASCII as it is', '<b> & "q" 50 % @', '"<b> & \\"q\\" 50 % @"'],
])('%s', (_what, text, escaped) => {
  expect(escapedBytes(text).toString()).toBe(escaped)
})
