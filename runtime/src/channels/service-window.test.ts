import { expect, test } from 'vitest'
import { isWindowClosed, serviceWindowEnd } from './service-window.ts'

const WROTE = new Date('2026-12-01T10:00:00Z')

test.each<[string, Parameters<typeof isWindowClosed>, boolean]>([
  ['a citizen who has just written', ['whatsapp', WROTE, WROTE], false],
  ['one a moment before 24 hours', ['whatsapp', WROTE, new Date('2026-12-02T09:59:59.999Z')], false],
  ['one after 24 hours', ['whatsapp', WROTE, new Date('2026-12-02T10:00:00Z')], true],
  ['one who has never written', ['whatsapp', null, WROTE], true],
  ['a visitor of the web chat', ['webchat', null, WROTE], false],
])('%s', (_who, given, closed) => {
  expect(isWindowClosed(...given)).toBe(closed)
})

test('the window ends 24 hours after the last word, and only where there is one', () => {
  expect(serviceWindowEnd('whatsapp', WROTE)).toEqual(new Date('2026-12-02T10:00:00Z'))
  expect(serviceWindowEnd('whatsapp', null)).toBeNull()
  expect(serviceWindowEnd('webchat', WROTE)).toBeNull()
})
