import { expect, test } from 'vitest'
import { dataClasses, defaultRetention, type KeptFor, keptSince, mayBeKept, retentionPolicy } from './retention.ts'

const days = (count: number): KeptFor => ({ count, unit: 'days' })
const months = (count: number): KeptFor => ({ count, unit: 'months' })

test.each([
  ['2026-12-01T02:00:00Z', days(90), '2026-09-02T02:00:00.000Z'],
  ['2026-12-01T02:00:00Z', months(12), '2025-12-01T02:00:00.000Z'],
  ['2026-03-31T02:00:00Z', months(1), '2026-02-28T02:00:00.000Z'],
  ['2028-02-29T02:00:00Z', months(12), '2027-02-28T02:00:00.000Z'],
  ['2026-01-15T02:00:00Z', months(14), '2024-11-15T02:00:00.000Z'],
] as const)('at %s what is kept for %j goes when it is older than %s', (now, kept, since) => {
  expect(keptSince(new Date(now), kept)?.toISOString()).toBe(since)
})

test('what is kept for ever is never old enough', () => {
  expect(keptSince(new Date(), null)).toBeNull()
})

test.each([
  ['messages', null, false],
  ['messages', days(30), false],
  ['messages', days(31), true],
  ['messages', months(60), true],
  ['messages', months(61), false],
  ['incidents', null, true],
  ['incidents', days(29), false],
  ['incidents', months(9999), true],
  ['contacts', months(5), false],
  ['contacts', null, false],
  ['technical', months(25), false],
  ['media', days(6), false],
] as const)('%s kept for %j: %s', (name, kept, isLawful) => {
  expect(mayBeKept(name, kept)).toBe(isLawful)
  expect(retentionPolicy.safeParse({ ...defaultRetention, [name]: kept }).success).toBe(isLawful)
})

test('what holds without a choice may be chosen, and every class must be', () => {
  expect(retentionPolicy.parse(defaultRetention)).toEqual(defaultRetention)
  for (const name of dataClasses) {
    const { [name]: _, ...rest } = defaultRetention
    expect(retentionPolicy.safeParse(rest).success).toBe(false)
  }
  for (const count of [0, -1, 1.5, '3'])
    expect(retentionPolicy.safeParse({ ...defaultRetention, incidents: { count, unit: 'months' } }).success).toBe(false)
})
