import { expect, test } from 'vitest'
import { latestOccurrence, nextOccurrences, type SendingPlan, sendingPlan } from './sending-plan.ts'

const ZONE = 'Europe/Madrid'
const plan = (more: Partial<SendingPlan> = {}): SendingPlan => ({
  ...{ date: '2026-03-23', time: '09:00', repeat: 'weekly', until: null },
  ...more,
})
const next = (of: SendingPlan, after: string, count = 3) =>
  nextOccurrences(of, ZONE, new Date(after), count).map(({ day, at }) => `${day} ${at.toISOString().slice(0, 16)}`)

test.each<[string, SendingPlan, string, string[]]>([
  [
    'every Monday at nine, over the change of the clock',
    plan(),
    '2026-03-23T07:59:59Z',
    ['2026-03-23 2026-03-23T08:00', '2026-03-30 2026-03-30T07:00', '2026-04-06 2026-04-06T07:00'],
  ],
  [
    'and over the one in autumn',
    plan(),
    '2026-10-19T07:00:00Z',
    ['2026-10-26 2026-10-26T08:00', '2026-11-02 2026-11-02T08:00', '2026-11-09 2026-11-09T08:00'],
  ],
  ['once', plan({ repeat: 'once' }), '2026-03-01T00:00:00Z', ['2026-03-23 2026-03-23T08:00']],
  ['once, and it has passed', plan({ repeat: 'once' }), '2026-03-23T08:00:00Z', []],
  [
    'every month, on the last day of a shorter one',
    plan({ date: '2026-01-31', repeat: 'monthly' }),
    '2026-01-31T09:00:00Z',
    ['2026-02-28 2026-02-28T08:00', '2026-03-31 2026-03-31T07:00', '2026-04-30 2026-04-30T07:00'],
  ],
  ['until a day', plan({ until: '2026-03-30' }), '2026-03-24T00:00:00Z', ['2026-03-30 2026-03-30T07:00']],
  [
    'an hour that the clock skips, once',
    plan({ date: '2026-03-29', time: '02:30', repeat: 'once' }),
    '2026-03-01T00:00:00Z',
    ['2026-03-29 2026-03-29T01:30'],
  ],
  [
    'an hour that the clock shows twice, once',
    plan({ date: '2026-10-25', time: '02:30', until: '2026-10-31' }),
    '2026-10-01T00:00:00Z',
    ['2026-10-25 2026-10-25T00:30'],
  ],
])('a notice goes out %s', (_name, of, after, expected) => {
  expect(next(of, after)).toEqual(expected)
})

test('every week for years has as many Mondays as the calendar', () => {
  const all = nextOccurrences(plan(), ZONE, new Date('2026-03-22T00:00:00Z'), 520)
  expect(all).toHaveLength(520)
  expect(new Set(all.map(({ day }) => day)).size).toBe(520)
  expect(all.every(({ day }) => new Date(day).getUTCDay() === 1)).toBe(true)
})

test.each([
  ['nothing has come yet', '2026-03-23T08:00:00Z', '2026-03-29T00:00:00Z', undefined],
  ['one has', '2026-03-23T08:00:00Z', '2026-03-30T07:00:00Z', '2026-03-30'],
  ['of several missed ones it is the last', '2026-03-23T08:00:00Z', '2026-04-20T12:00:00Z', '2026-04-20'],
])('what is due when %s', (_name, behind, now, day) => {
  expect(latestOccurrence(plan(), ZONE, new Date(behind), new Date(now))?.day).toBe(day)
})

test('a plan does not end before it begins', () => {
  expect(sendingPlan.safeParse(plan({ until: '2026-03-22' })).success).toBe(false)
  expect(sendingPlan.safeParse(plan({ time: '24:00' })).success).toBe(false)
})
