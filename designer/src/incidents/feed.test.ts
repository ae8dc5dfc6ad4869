import type { IncidentSummary } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import {
  addOlder,
  type Feed,
  firstFeed,
  mergeIncidents,
  receive,
  recounted,
  refresh,
  reveal,
  rowCount,
} from './feed.ts'
import { matches } from './matches.ts'

const incident = (id: string, rev: number, more: Partial<IncidentSummary> = {}): IncidentSummary => ({
  id,
  rev,
  reference: `MAN-${id}`,
  departmentId: 'roads',
  personId: null,
  category: 'streets',
  status: 'new',
  mode: 'one_answer',
  priority: 'normal',
  summary: 'Un forat',
  place: null,
  spot: null,
  districtId: null,
  thumbnail: null,
  channel: 'whatsapp',
  contactName: null,
  language: 'ca',
  openedAt: `2026-11-01T10:${id.padStart(2, '0')}:00.000Z`,
  changedAt: '2026-11-01T10:00:00.000Z',
  answeredAt: null,
  assignee: null,
  assigneeId: null,
  windowEndsAt: null,
  dueFor: null,
  dueAt: null,
  soonAt: null,
  waitingSince: null,
  mentioned: [],
  ...more,
})
const reader = { me: 'me', now: new Date('2026-11-01T12:00:00Z') }
const page = (incidents: IncidentSummary[], next: string | null = null) => ({
  ...{ incidents, cursor: 'c1', next },
  total: incidents.length,
})
const ids = (incidents: IncidentSummary[]) => incidents.map(({ id, rev }) => `${id}r${rev}`)
const feedOf = (...incidents: IncidentSummary[]): Feed => firstFeed(page(incidents))

describe('merging', () => {
  test('the newest incident comes first', () => {
    expect(ids(mergeIncidents([incident('1', 1)], [incident('3', 1), incident('2', 1)]))).toEqual(['3r1', '2r1', '1r1'])
  })

  test('of the same moment they stand in the order of the server’s pages', () => {
    const at = { openedAt: '2026-11-01T10:00:00.000Z' }
    expect(ids(mergeIncidents([incident('b', 1, at)], [incident('a', 1, at), incident('c', 1, at)]))).toEqual([
      'cr1',
      'br1',
      'ar1',
    ])
  })

  test('any order and any repetition of the same changes gives the same list', () => {
    const changes = [incident('1', 1), incident('1', 2), incident('2', 1), incident('1', 3), incident('2', 4)]
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 0, 4, 4, 1, 3, 0],
      [3, 3, 3, 0, 1, 2, 4],
    ]
    for (const order of orders) {
      const merged = order.reduce<IncidentSummary[]>(
        (known, at) => mergeIncidents(known, changes.slice(at, at + 1)),
        [],
      )
      expect(ids(merged)).toEqual(['2r4', '1r3'])
    }
  })
})

describe('the feed', () => {
  test('a new incident comes to the top', () => {
    expect(ids(receive(feedOf(incident('1', 1)), [incident('2', 1)], {}, false, reader).shown)).toEqual(['2r1', '1r1'])
  })

  test('a new incident waits while somebody reads further down, until it is asked for', () => {
    const held = receive(feedOf(incident('1', 1)), [incident('2', 1)], {}, true, reader)
    expect([ids(held.shown), ids(held.waiting)]).toEqual([['1r1'], ['2r1']])
    const shown = reveal(held)
    expect([ids(shown.shown), ids(shown.waiting)]).toEqual([['2r1', '1r1'], []])
  })

  test('a listed incident changes where it stands, even while new ones wait', () => {
    const feed = receive(
      feedOf(incident('1', 1), incident('2', 1)),
      [incident('1', 2, { status: 'resolved' })],
      {},
      true,
      reader,
    )
    expect(ids(feed.shown)).toEqual(['2r1', '1r2'])
  })

  test('a waiting incident that changes goes on waiting, once', () => {
    const held = receive(feedOf(), [incident('1', 1)], {}, true, reader)
    expect(ids(receive(held, [incident('1', 2)], {}, true, reader).waiting)).toEqual(['1r2'])
  })

  test('a waiting incident that changes after the reader came back up is not listed twice', () => {
    const held = receive(feedOf(), [incident('1', 1)], {}, true, reader)
    const feed = receive(held, [incident('1', 2)], {}, false, reader)
    expect([ids(feed.shown), ids(feed.waiting)]).toEqual([[], ['1r2']])
  })

  test('an incident found by words of its text stays when it changes', () => {
    const feed = receive(feedOf(incident('1', 1)), [incident('1', 2)], { text: 'cantonada' }, false, reader)
    expect(ids(feed.shown)).toEqual(['1r2'])
  })

  test('an incident that no longer matches the filter leaves', () => {
    const feed = receive(
      feedOf(incident('1', 1)),
      [incident('1', 2, { status: 'resolved' })],
      { status: 'new' },
      false,
      reader,
    )
    expect(feed.shown).toEqual([])
  })

  test('a late copy of an older state changes nothing', () => {
    const feed = feedOf(incident('1', 3))
    expect(receive(feed, [incident('1', 2, { status: 'closed' })], { status: 'new' }, false, reader).shown).toEqual(
      feed.shown,
    )
  })

  test('a change of an incident below the loaded page waits for its page', () => {
    const feed = firstFeed(page([incident('5', 1)], 'older'))
    expect(ids(receive(feed, [incident('2', 2)], {}, false, reader).shown)).toEqual(['5r1'])
  })

  test('an older page never puts back an older state', () => {
    const feed = addOlder(feedOf(incident('1', 2)), page([incident('1', 1), incident('0', 1)], null))
    expect([ids(feed.shown), feed.next]).toEqual([['1r2', '0r1'], null])
  })
})

describe('how many rows there are', () => {
  const long = firstFeed({ ...page([incident('5', 1), incident('4', 1)], 'older'), total: 1_000 })

  test('those whose page has not been loaded count, those that wait do not', () => {
    expect(rowCount(long)).toBe(1_000)
    const held = receive(long, [incident('6', 1)], {}, true, reader)
    expect(rowCount(held)).toBe(1_000)
    expect(rowCount(reveal(held))).toBe(1_001)
  })

  test('one that leaves counts no more', () => {
    const left = receive(long, [incident('5', 2, { status: 'closed' })], { status: 'new' }, false, reader)
    expect(rowCount(left)).toBe(999)
  })

  test('a change further down than what is loaded has to be counted by the server', () => {
    const changed = receive(long, [incident('2', 2)], {}, false, reader)
    expect([changed.isMiscounted, rowCount(changed)]).toEqual([true, 1_000])
    const again = recounted(changed, { ...page([]), total: 1_001 })
    expect([again.isMiscounted, rowCount(again)]).toEqual([false, 1_001])
  })

  test('once all is loaded, what is listed is all', () => {
    expect(rowCount(addOlder(long, page([incident('3', 1)], null)))).toBe(3)
  })
})

test.each([
  [{}, true],
  [{ status: 'new' }, true],
  [{ status: 'closed' }, false],
  [{ departmentId: 'roads', category: 'streets' }, true],
  [{ departmentId: 'parks' }, false],
  [{ category: 'lights' }, false],
  [{ text: 'FORAT' }, true],
  [{ text: 'man-7' }, true],
  [{ text: 'fanal' }, false],
] as const)('the filter %j decides %j', (filter, expected) => {
  expect(matches(incident('7', 1), filter, reader)).toBe(expected)
})

const due = { dueAt: '2026-11-01T12:00:00Z', soonAt: '2026-11-01T11:00:00Z' }
test.each<[Parameters<typeof matches>[1], Partial<IncidentSummary>, boolean]>([
  [{ due: 'late' }, due, true],
  [{ due: 'soon' }, due, false],
  [{ due: 'soon' }, { ...due, dueAt: '2026-11-01T12:00:01Z' }, true],
  [{ due: 'late' }, {}, false],
  [{ due: 'waiting' }, { waitingSince: '2026-11-01T09:00:00Z' }, true],
  [{ due: 'waiting' }, {}, false],
  [{ assignee: 'me' }, { assigneeId: 'me', assignee: 'Laia' }, true],
  [{ assignee: 'me' }, { assigneeId: 'me', assignee: 'Laia', status: 'resolved' }, false],
  [{ assignee: 'me' }, { assigneeId: 'pol', assignee: 'Pol' }, false],
  [{ assignee: 'pol' }, { assigneeId: 'pol', assignee: 'Pol' }, true],
  [{ assignee: 'nobody' }, {}, true],
  [{ assignee: 'nobody' }, { assignee: 'Garcia' }, false],
  [{ mentions: 'me' }, { mentioned: ['pol', 'me'] }, true],
  [{ mentions: 'me' }, { mentioned: ['pol'] }, false],
])('the filter %j of an incident with %j decides %j', (filter, more, expected) => {
  expect(matches(incident('7', 1, more), filter, reader)).toBe(expected)
})

test('as time passes what was near leaves the list, what has come near joins it, and what waits is not shown twice', () => {
  const soon = (id: string, rev = 1) => incident(id, rev, { ...due, dueAt: '2026-11-01T13:00:00Z' })
  const feed: Feed = { ...feedOf(incident('1', 1, due), soon('2')), waiting: [soon('4')] }
  const after = refresh(feed, page([soon('4'), soon('3'), soon('2', 2)]), { due: 'soon' }, reader)
  expect([ids(after.shown), ids(after.waiting)]).toEqual([['3r1', '2r2'], ['4r1']])
})
