import type { FlowCounts } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { frequencyOf, heatOf, indexCounts } from './counts-index.ts'

const counts: FlowCounts = {
  flowId: 'main',
  period: '7d',
  exits: [
    { node: 'menu', exit: 'parks', count: 30 },
    { node: 'menu', exit: 'other', count: 10 },
  ],
  here: [{ node: 'menu', count: 2, since: '2026-11-21T08:00:00.000Z' }],
  waits: [{ node: 'menu', answered: 38, left: 5, seconds: 40 }],
  notUnderstood: [{ node: 'menu', count: 7 }],
}

test('counts are found by step and exit, zero where there are none', () => {
  const index = indexCounts(counts, true, 'heat')
  expect([index.most, index.exit('menu', 'parks'), index.passed('menu'), index.here('menu')]).toEqual([30, 30, 40, 2])
  expect([index.left('menu'), index.seconds('menu'), index.notUnderstood('menu')]).toEqual([5, 40, 7])
  expect([index.exit('menu', 'x'), index.left('x'), index.seconds('x'), index.hereSince('x')]).toEqual([
    0,
    0,
    null,
    null,
  ])
})

test.each([
  [0, 100, 0],
  [1, 100, 1],
  [10, 100, 2],
  [30, 100, 3],
  [60, 100, 4],
  [100, 100, 4],
  [0, 0, 0],
])('%i of at most %i is heat %i', (count, most, level) => expect(heatOf(count, most)).toBe(level))

test('a step that ends a conversation is as frequented as the ways that lead to it', () => {
  const edges = [
    { id: 'e1', from: 'menu', exit: 'parks', to: 'end' },
    { id: 'e2', from: 'menu', exit: 'other', to: 'end' },
  ]
  const index = indexCounts(counts, true, 'width')
  expect(frequencyOf('end', index, edges)).toBe(40)
  expect(frequencyOf('menu', index, edges)).toBe(40)
  expect(frequencyOf('elsewhere', index, edges)).toBe(0)
})
