import type { IncidentSummary } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { receiveSpots, spotsById } from './spots.ts'

const reader = { me: 'me', now: new Date('2026-11-01T12:00:00Z') }
const spots = spotsById({ spots: [['1', 2, 'MAN-1', 1.8, 41.7, true, 'new']], isCut: false })
const told = (id: string, rev: number, more: Partial<IncidentSummary> = {}) =>
  ({
    ...{ id, rev, reference: `MAN-${id}`, status: 'new', summary: 'Un forat', contactName: null, place: null },
    spot: { at: [1.9, 41.8], isExact: false },
    ...more,
  }) as IncidentSummary
const after = (arrived: IncidentSummary[], filter = {}) =>
  [...receiveSpots(spots, arrived, filter, reader).values()].map(({ id, rev, at }) => `${id}r${rev}@${at}`)

test.each<[string, IncidentSummary[], object, string[]]>([
  ['a new one is set on the map', [told('2', 1)], {}, ['1r2@1.8,41.7', '2r1@1.9,41.8']],
  ['a newer state takes the place of the older', [told('1', 3)], {}, ['1r3@1.9,41.8']],
  [
    'a late copy of an older state changes nothing',
    [told('1', 1, { status: 'closed' })],
    { status: 'new' },
    ['1r2@1.8,41.7'],
  ],
  ['what no longer matches leaves', [told('1', 3, { status: 'closed' })], { status: 'new' }, []],
  ['what never matched does not come', [told('2', 1, { status: 'closed' })], { status: 'new' }, ['1r2@1.8,41.7']],
  ['what has no place is not on the map', [told('1', 3, { spot: null })], {}, []],
  ['one found by words of its text stays', [told('1', 3)], { text: 'cantonada' }, ['1r3@1.9,41.8']],
])('%s', (_name, arrived, filter, expected) => {
  expect(after(arrived, filter)).toEqual(expected)
})
