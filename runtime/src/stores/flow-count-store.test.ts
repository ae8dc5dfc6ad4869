import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import type { EndedStay } from './event-store.ts'
import { type CountedSpan, createFlowCountStore, type FlowCountStore } from './flow-count-store.ts'
import { ensureIndexes } from './indexes.ts'

let database: TestDatabase
let counts: FlowCountStore

const today: CountedSpan = {
  ...{ townKey: 'vila', flowId: 'main', fromVersion: null },
  ...{ from: new Date('2026-11-20T23:00:00Z'), to: new Date('2026-11-21T10:30:00Z') },
}
const week: CountedSpan = { ...today, from: new Date('2026-11-14T23:00:00Z') }

const passages = [
  { flowId: 'main', node: 'menu', exit: 'a' },
  { flowId: 'main', node: 'menu', exit: 'a' },
  { flowId: 'main', node: 'wait', exit: null },
  { flowId: 'other', node: 'menu', exit: 'a' },
]
const ended = (seconds: number | null, end: EndedStay['end'] = 'answered', flowId = 'main'): EndedStay => ({
  ...{ flowId, node: 'menu', end, exit: 'a', rule: 'tap', seconds },
})
const event = (id: string, at: string, more: object = {}) => ({
  ...{ _id: id, town: 'vila', at: new Date(at), convId: 'conv-1', flowId: 'main', version: 2 },
  ...{ passages: [], notUnderstood: [], ended: null, ...more },
})
const lost = (text: string, flowId = 'main') => ({ notUnderstood: [{ flowId, node: 'menu', text }] })

beforeAll(async () => {
  database = await openTestDatabase()
  const { connection } = database
  await ensureIndexes(connection)
  counts = createFlowCountStore(connection)
  await connection.collection<{ _id: string; town: string }>('events').insertMany([
    event('1', '2026-11-20T23:30:00Z', { passages, ended: ended(20) }), // 00:30 today in the town
    event('2', '2026-11-21T10:10:00Z', { passages, ended: ended(600), ...lost('eh?') }),
    event('3', '2026-11-21T10:11:00Z', { version: 1, passages, ended: ended(40) }),
    event('4', '2026-11-20T22:30:00Z', { passages, ended: ended(9_000) }), // yesterday
    event('5', '2026-11-21T10:10:00Z', { town: 'poble', passages, ended: ended(1), ...lost('què?') }),
    event('6', '2026-11-21T10:12:00Z', { ended: ended(86_000, 'left') }),
    event('7', '2026-11-21T10:13:00Z', { ended: ended(90_000, 'no_reply') }),
    event('8', '2026-11-21T10:14:00Z', { ended: ended(null), ...lost('hola', 'other') }),
    event('9', '2026-11-21T10:14:00Z', { ended: ended(3, 'answered', 'other') }),
    event('10', '2026-11-21T10:15:00Z', { passages, ended: undefined }), // of before stays were kept
    event('11', '2026-11-21T10:16:00Z', { flowId: 'host', version: 1, passages: passages.slice(0, 1) }),
  ])
  const at = { flowId: 'main', version: 2, node: 'menu' }
  await connection.collection<{ _id: string; town: string; at: object | null }>('conversations').insertMany([
    { _id: 'conv-1', town: 'vila', at: { ...at, since: new Date('2026-11-21T09:00:00Z') } },
    { _id: 'conv-2', town: 'vila', at: { ...at, since: new Date('2026-11-21T08:00:00Z') } },
    { _id: 'conv-3', town: 'vila', at: null },
    { _id: 'conv-4', town: 'poble', at },
    { _id: 'conv-5', town: 'vila', at: { ...at, node: 'old' } },
  ])
})
afterAll(() => database.close())

const numberOf = (rows: readonly { node: string; count: number }[]) => rows.find(({ node }) => node === 'menu')?.count

test('exits are counted within the period, of this flow and town alone', async () => {
  expect((await counts.count(today, 'today')).exits).toEqual([{ node: 'menu', exit: 'a', count: 9 }])
  expect(numberOf((await counts.count(week, '7d')).exits)).toBe(11)
})

test('since a version only its conversations count, and those of flows that run this one', async () => {
  expect(numberOf((await counts.count({ ...today, fromVersion: 2 }, 'v2')).exits)).toBe(7)
})

test('people who wait now are counted whatever the period, with the longest wait', async () => {
  const { here } = await counts.count({ ...today, fromVersion: 7 }, 'v7')
  expect(here.toSorted((one, other) => other.count - one.count)).toEqual([
    { node: 'menu', count: 2, since: '2026-11-21T08:00:00.000Z' },
    { node: 'old', count: 1, since: null },
  ])
})

test('the median is of answers only, and unknown times do not count', async () => {
  expect((await counts.count(today, 'today')).waits).toEqual([{ node: 'menu', answered: 4, left: 1, seconds: 40 }])
  expect((await counts.count(week, '7d')).waits).toEqual([{ node: 'menu', answered: 5, left: 1, seconds: 40 }])
})

test('what was not understood is counted by step', async () => {
  expect((await counts.count(today, 'today')).notUnderstood).toEqual([{ node: 'menu', count: 1 }])
})

test('a flow nobody has met has no counts', async () => {
  const none = { exits: [], here: [], waits: [], notUnderstood: [] }
  expect(await counts.count({ ...today, flowId: 'new' }, 'today')).toEqual({ flowId: 'new', period: 'today', ...none })
})
