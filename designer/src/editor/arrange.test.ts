import { emptyFlow, type Flow, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { type Alignment, aligned, distributed, following } from './arrange.ts'

const node = (id: string, type: string, x: number, y: number, config = {}) => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('a', 'message', 0, 0),
    node('b', 'message', 300, 90),
    node('c', 'message', 1_000, 40),
    node('area', 'frame', 100, 500, { width: 400, height: 300 }),
    node('held', 'message', 150, 560),
  ],
  edges: [
    { id: '1', from: 'a', exit: 'next', to: 'b' },
    { id: '2', from: 'b', exit: 'next', to: 'a' },
    { id: '3', from: 'c', exit: 'next', to: 'a' },
  ],
}
const sizes: Record<string, { width: number; height: number }> = {
  a: { width: 100, height: 50 },
  b: { width: 100, height: 150 },
  c: { width: 200, height: 100 },
}
const sizeOf = ({ id }: { id: string }) => sizes[id] ?? { width: 260, height: 120 }
const places = (map: ReadonlyMap<string, { x: number; y: number }>) =>
  Object.fromEntries([...map].map(([id, { x, y }]) => [id, [x, y]]))

describe('putting several steps in line', () => {
  test.each<[Alignment, object]>([
    ['left', { a: [0, 0], b: [0, 90], c: [0, 40] }],
    ['right', { a: [1_100, 0], b: [1_100, 90], c: [1_000, 40] }],
    ['centre', { a: [550, 0], b: [550, 90], c: [500, 40] }],
    ['top', { a: [0, 0], b: [300, 0], c: [1_000, 0] }],
    ['bottom', { a: [0, 190], b: [300, 90], c: [1_000, 140] }],
    ['middle', { a: [0, 95], b: [300, 45], c: [1_000, 70] }],
  ])('%s', (way, expected) => {
    expect(places(aligned(flow, ['a', 'b', 'c'], way, sizeOf))).toEqual(expected)
  })

  test('equal gaps keep the first and the last where they are', () => {
    expect(places(distributed(flow, ['c', 'a', 'b'], 'across', sizeOf))).toEqual({
      a: [0, 0],
      b: [500, 90],
      c: [1_000, 40],
    })
    expect(places(distributed(flow, ['a', 'b', 'c'], 'down', sizeOf))).toEqual({
      a: [0, 0],
      c: [1_000, 20],
      b: [300, 90],
    })
  })

  test('two steps have but one gap', () => {
    expect(distributed(flow, ['a', 'b'], 'across', sizeOf).size).toBe(0)
  })

  test('what lies inside a chosen area is not put in line by itself', () => {
    expect([...aligned(flow, ['area', 'held', 'a'], 'left', sizeOf).keys()]).toEqual(['a', 'area'])
  })

  test('what follows a step is what a conversation may come to, in circles too', () => {
    expect(following(flow, 'c')).toEqual(['a', 'b', 'c'])
    expect(following(flow, 'b')).toEqual(['a', 'b'])
    expect(following(flow, 'held')).toEqual(['held'])
  })
})
