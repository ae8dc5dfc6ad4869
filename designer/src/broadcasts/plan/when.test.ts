import { expect, test } from 'vitest'
import { planOf, type When, whenFault } from './when.ts'

const NOW = new Date('2026-12-01T10:00:00Z')
const when = (more: Partial<When> = {}): When => ({
  ...{ kind: 'later', date: '2026-12-07', time: '09:00', every: 'weekly', until: '' },
  ...more,
})

test.each<[string, When, ReturnType<typeof whenFault>]>([
  ['now', when({ kind: 'now', date: '' }), null],
  ['later', when(), null],
  ['later, without a day', when({ date: '' }), 'missing'],
  ['later, without a time', when({ time: '' }), 'missing'],
  ['in the past', when({ date: '2026-11-30' }), 'past'],
  ['every week since last month', when({ kind: 'repeated', date: '2026-11-30' }), null],
  ['every week until before it begins', when({ kind: 'repeated', until: '2026-12-06' }), 'endsFirst'],
  ['every week, all over', when({ kind: 'repeated', date: '2026-11-02', until: '2026-11-30' }), 'past'],
])('%s', (_name, fields, fault) => {
  expect(whenFault(fields, 'Europe/Madrid', NOW)).toBe(fault)
})

test('what belongs to repeating is left out of what goes out once', () => {
  expect(planOf(when({ until: '2026-12-31' }))).toEqual({
    ...{ date: '2026-12-07', time: '09:00', repeat: 'once', until: null },
  })
})
