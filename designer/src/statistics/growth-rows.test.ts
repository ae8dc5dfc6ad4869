import type { SubscriptionGrowth } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { growthRows, sourcesIn } from './growth-rows.ts'

const change = (day: string, source: SubscriptionGrowth['source'], joined: number, left = 0, topicId = 'news') => ({
  ...{ day, source, joined, left, topicId },
})

test('every day has its bar, its topics together and its sources apart', () => {
  const rows = growthRows(
    [change('2026-11-01', 'form', 2), change('2026-11-01', 'form', 1, 1, 'rain'), change('2026-11-03', 'keyword', 4)],
    '2026-11-01',
    '2026-11-03',
  )
  expect(rows.map(({ at, joined, left }) => [at, joined.form, joined.keyword, left])).toEqual([
    ['2026-11-01', 3, 0, 1],
    ['2026-11-02', 0, 0, 0],
    ['2026-11-03', 0, 4, 0],
  ])
  expect(sourcesIn(rows)).toEqual(['keyword', 'form'])
})

test('a long period is told by months', () => {
  const rows = growthRows([change('2026-02-28', 'import', 9)], '2026-01-15', '2026-04-02')
  expect(rows.map(({ at, joined }) => [at, joined.import])).toEqual([
    ['2026-01', 0],
    ['2026-02', 9],
    ['2026-03', 0],
    ['2026-04', 0],
  ])
})

test('whoever takes their topics to another number has neither joined nor left', () => {
  const [row] = growthRows([change('2026-11-01', 'new_number', 1, 1)], '2026-11-01', '2026-11-01')
  expect([row?.left, sourcesIn(row ? [row] : [])]).toEqual([0, []])
})
