import type { IncidentSummary } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { addOlder, type Feed, firstFeed, matches, mergeIncidents, receive, reveal } from './feed.ts'

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
const page = (incidents: IncidentSummary[], next: string | null = null) => ({ incidents, cursor: 'c1', next })
const ids = (incidents: IncidentSummary[]) => incidents.map(({ id, rev }) => `${id}r${rev}`)
const feedOf = (...incidents: IncidentSummary[]): Feed => firstFeed(page(incidents))

describe('merging', () => {
  test('the newest incident comes first', () => {
    expect(ids(mergeIncidents([incident('1', 1)], [incident('3', 1), incident('2', 1)]))).toEqual(['3r1', '2r1', '1r1'])
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
    expect(ids(receive(feedOf(incident('1', 1)), [incident('2', 1)], {}, false).shown)).toEqual(['2r1', '1r1'])
  })

  test('a new incident waits while somebody reads further down, until it is asked for', () => {
    const held = receive(feedOf(incident('1', 1)), [incident('2', 1)], {}, true)
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
    )
    expect(ids(feed.shown)).toEqual(['2r1', '1r2'])
  })

  test('a waiting incident that changes goes on waiting, once', () => {
    const held = receive(feedOf(), [incident('1', 1)], {}, true)
    expect(ids(receive(held, [incident('1', 2)], {}, true).waiting)).toEqual(['1r2'])
  })

  test('a waiting incident that changes after the reader came back up is not listed twice', () => {
    const held = receive(feedOf(), [incident('1', 1)], {}, true)
    const feed = receive(held, [incident('1', 2)], {}, false)
    expect([ids(feed.shown), ids(feed.waiting)]).toEqual([[], ['1r2']])
  })

  test('an incident found by words of its text stays when it changes', () => {
    const feed = receive(feedOf(incident('1', 1)), [incident('1', 2)], { text: 'cantonada' }, false)
    expect(ids(feed.shown)).toEqual(['1r2'])
  })

  test('an incident that no longer matches the filter leaves', () => {
    const feed = receive(feedOf(incident('1', 1)), [incident('1', 2, { status: 'resolved' })], { status: 'new' }, false)
    expect(feed.shown).toEqual([])
  })

  test('a late copy of an older state changes nothing', () => {
    const feed = feedOf(incident('1', 3))
    expect(receive(feed, [incident('1', 2, { status: 'closed' })], { status: 'new' }, false).shown).toEqual(feed.shown)
  })

  test('a change of an incident below the loaded page waits for its page', () => {
    const feed = firstFeed(page([incident('5', 1)], 'older'))
    expect(ids(receive(feed, [incident('2', 2)], {}, false).shown)).toEqual(['5r1'])
  })

  test('an older page never puts back an older state', () => {
    const feed = addOlder(feedOf(incident('1', 2)), page([incident('1', 1), incident('0', 1)], null))
    expect([ids(feed.shown), feed.next]).toEqual([['1r2', '0r1'], null])
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
  expect(matches(incident('7', 1), filter)).toBe(expected)
})
