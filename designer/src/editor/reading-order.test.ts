import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { exitsOf, mainExit } from './exits.ts'
import { freePlace, inside, placeBehind } from './placement.ts'
import { readingOrder } from './reading-order.ts'

const node = (id: string, type: string, x: number, y: number, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const options = ['roads', 'parks'].map(id => ({ id, label: { ca: id }, description: {}, synonyms: {} }))

const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('note', 'note', -500, 0),
    node('lonely', 'message', 0, 900),
    node('parks', 'message', 700, 200),
    node('roads', 'message', 700, 0),
    node('menu', 'menu', 350, 0, { options }),
    node('start', 'start', 0, 0),
  ],
  edges: [
    { id: '1', from: 'start', exit: 'next', to: 'menu' },
    { id: '2', from: 'menu', exit: 'parks', to: 'parks' },
    { id: '3', from: 'menu', exit: 'roads', to: 'roads' },
    { id: '4', from: 'roads', exit: 'next', to: 'menu' },
  ],
}

test('is read along the edges from the start, options in their order, loose ends last', () => {
  expect(readingOrder(flow)).toEqual(['start', 'menu', 'roads', 'parks', 'lonely', 'note'])
})

test('reading begins with the start people meet first, wherever it lies', () => {
  const keyword = { kind: 'keyword', words: { ca: ['alta'] }, mode: 'exact', saveRestAs: null }
  const starts: Flow = {
    ...flow,
    nodes: [
      node('link', 'start', 0, -400, { triggers: [{ kind: 'link', code: 'cartell' }] }),
      node('word', 'start', 0, 0, { triggers: [keyword] }),
      node('words', 'start', 0, 400, { triggers: [keyword, keyword] }),
      node('greeting', 'start', 0, 800, { triggers: [{ kind: 'first_message' }] }),
    ],
    edges: [],
  }
  expect(readingOrder(starts)).toEqual(['greeting', 'words', 'word', 'link'])
})

test('a loop nothing leads into is read all the same', () => {
  const loop: Flow = {
    ...flow,
    nodes: [node('b', 'message', 100, 0), node('a', 'message', 0, 0)],
    edges: [
      { id: '1', from: 'a', exit: 'next', to: 'b' },
      { id: '2', from: 'b', exit: 'next', to: 'a' },
    ],
  }
  expect(readingOrder(loop)).toEqual(['a', 'b'])
})

test('a menu has no main exit, a message has', () => {
  const [menu, message] = [flow.nodes[4]!, flow.nodes[3]!]
  expect(exitsOf(menu).map(({ id }) => id)).toEqual(['roads', 'parks', 'other', 'no_reply'])
  expect(mainExit(menu)).toBeNull()
  expect(mainExit(message)?.id).toBe('next')
})

test('a config that breaks a limit still shows its exits', () => {
  expect(exitsOf(node('menu', 'menu', 0, 0, { options, maxAttempts: 0 })).map(({ id }) => id)).toContain('parks')
  expect(exitsOf({ ...node('menu', 'menu', 0, 0), config: { options: 7 } })).toEqual([])
  expect(exitsOf({ ...node('menu', 'menu', 0, 0), type: 'from_the_future' })).toEqual([])
})

test('a new step finds a free place behind its exit', () => {
  const size = { width: 260, height: 140 }
  const place = placeBehind(flow, flow.nodes[4]!, 'roads', size)
  expect(place.x).toBe(710)
  expect(place.y).toBeGreaterThan(200)
  expect(freePlace(flow, { x: 5_000, y: 0 }, size)).toEqual({ x: 5_000, y: 0 })
})

test('an area holds the steps that lie in it', () => {
  const frame = node('frame', 'frame', 600, -50, { width: 500, height: 500 })
  const drawing = { ...flow, nodes: [...flow.nodes, frame] }
  expect(inside(drawing, frame).map(({ id }) => id)).toEqual(['parks', 'roads'])
  expect(inside(drawing, flow.nodes[3]!)).toEqual([])
})
