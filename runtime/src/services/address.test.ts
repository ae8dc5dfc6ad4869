import { expect, test } from 'vitest'
import { isPublicAddress } from './address.ts'
import { askService, valueAt } from './call.ts'

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2130706433', false],
  ['0x7f000001', false],
  ['017700000001', false],
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
])('%s may be called: %s', (address, isAllowed) => {
  expect(isPublicAddress(address)).toBe(isAllowed)
})

const call = (url: string) => ({
  kind: 'call_service' as const,
  turn: 1,
  method: 'GET' as const,
  url,
  headers: {},
  body: null,
  map: {},
})

test.each([
  'http://api.example.org/a',
  'https://localhost/a',
  'https://127.0.0.1/a',
  'https://user:secret@api.example.org/a',
  'file:///etc/passwd',
  'gopher://api.example.org/',
  'not an address',
])('%s is refused without a call', async url => {
  expect(await askService(call(url), ['api.example.org'], 'key')).toEqual({ ok: false, values: {} })
})

test('an allow-listed name that leads to this machine is refused', async () => {
  expect(await askService(call('https://localhost/a'), ['localhost'], 'key')).toEqual({ ok: false, values: {} })
})

test('values are read by path and only from the answer itself', () => {
  const answer = JSON.parse('{"a":[{"b":"x"}],"n":2}')
  expect(valueAt(answer, 'a.0.b')).toBe('x')
  expect(valueAt(answer, 'n')).toBe(2)
  expect(valueAt(answer, 'constructor.name')).toBeNull()
  expect(valueAt(answer, 'a')).toBeNull()
})
