import { describe, expect, test } from 'vitest'
import { spanOf } from './spans.ts'

const madrid = 'Europe/Madrid'
const now = new Date('2026-11-21T10:30:00Z') // 11:30 in the town

const shown = (period: Parameters<typeof spanOf>[0], at = now) => {
  const { now: present, before, slot, slots } = spanOf(period, madrid, at)
  return {
    ...{ slot, slots: slots.length, first: slots.at(0), last: slots.at(-1) },
    now: [present.from.toISOString(), present.to.toISOString()],
    before: [before.from.toISOString(), before.to.toISOString()],
  }
}

describe('a period and the one before it', () => {
  test('today is compared with yesterday up to the same minute', () => {
    expect(shown({ period: 'today' })).toEqual({
      ...{ slot: 'hour', slots: 12, first: '2026-11-21T00:00', last: '2026-11-21T11:00' },
      now: ['2026-11-20T23:00:00.000Z', '2026-11-21T10:30:00.001Z'],
      before: ['2026-11-19T23:00:00.000Z', '2026-11-20T10:30:00.000Z'],
    })
  })

  test('seven days are today and the six before it, across the change of the clock', () => {
    expect(shown({ period: '7d' }, new Date('2026-10-27T10:00:00Z'))).toEqual({
      ...{ slot: 'day', slots: 7, first: '2026-10-21', last: '2026-10-27' },
      now: ['2026-10-20T22:00:00.000Z', '2026-10-27T10:00:00.001Z'],
      before: ['2026-10-13T22:00:00.000Z', '2026-10-20T09:00:00.000Z'],
    })
  })

  test('twelve months go by the month and begin the day after the same day a year ago', () => {
    expect(shown({ period: '12m' })).toMatchObject({
      ...{ slot: 'month', slots: 13, first: '2025-11', last: '2026-11' },
      now: ['2025-11-21T23:00:00.000Z', '2026-11-21T10:30:00.001Z'],
    })
  })

  test('ninety days go by the day', () => {
    expect(shown({ period: '90d' })).toMatchObject({ slot: 'day', slots: 90, last: '2026-11-21' })
  })

  test('days that are over are whole days, and so are those before them', () => {
    expect(shown({ period: 'own', from: '2026-03-28', to: '2026-03-30' })).toEqual({
      ...{ slot: 'day', slots: 3, first: '2026-03-28', last: '2026-03-30' },
      now: ['2026-03-27T23:00:00.000Z', '2026-03-30T22:00:00.000Z'],
      before: ['2026-03-24T23:00:00.000Z', '2026-03-27T23:00:00.000Z'],
    })
  })

  test('days that reach into the future have slots up to today', () => {
    expect(shown({ period: 'own', from: '2026-11-20', to: '2026-11-25' })).toMatchObject({
      ...{ slots: 2, last: '2026-11-21' },
      now: ['2026-11-19T23:00:00.000Z', '2026-11-21T10:30:00.001Z'],
      before: ['2026-11-13T23:00:00.000Z', '2026-11-15T10:30:00.000Z'],
    })
    expect(shown({ period: 'own', from: '2026-12-01', to: '2026-12-02' })).toMatchObject({ slots: 0 })
  })

  test('one day that is over goes by the hour', () => {
    expect(shown({ period: 'own', from: '2026-11-19', to: '2026-11-19' })).toMatchObject({ slot: 'hour', slots: 24 })
  })
})
