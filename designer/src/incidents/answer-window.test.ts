import { expect, test } from 'vitest'
import { answerWindow } from './answer-window.ts'

const now = new Date('2026-11-21T10:00:00.000Z')

test.each([
  [null, { kind: 'none' }],
  ['2026-11-22T10:00:00.000Z', { kind: 'open', hours: 24, minutes: 0 }],
  ['2026-11-21T12:01:00.000Z', { kind: 'open', hours: 2, minutes: 1 }],
  ['2026-11-21T12:00:00.000Z', { kind: 'soon', hours: 2, minutes: 0 }],
  ['2026-11-21T10:01:30.000Z', { kind: 'soon', hours: 0, minutes: 1 }],
  ['2026-11-21T10:00:59.000Z', { kind: 'over' }],
  ['2026-11-21T10:00:00.000Z', { kind: 'over' }],
  ['2026-11-20T10:00:00.000Z', { kind: 'over' }],
] as const)('a window that ends at %s leaves %j', (endsAt, expected) => {
  expect(answerWindow(endsAt, now)).toEqual(expected)
})
