import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { moveNodes } from '../editor/edit-nodes.ts'
import { readsDownwards } from '../editor/reading-direction.ts'
import { tidy } from './tidy.ts'

const node = (id: string, type: string, x = 0, y = 0, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('frame', 'frame', -20, -20, { width: 900, height: 400 }),
    node('note', 'note', 5_000, 5_000),
    node('end', 'end'),
    node('middle', 'message'),
    node('start', 'start'),
  ],
  edges: [
    { id: '1', from: 'start', exit: 'next', to: 'middle' },
    { id: '2', from: 'middle', exit: 'next', to: 'end' },
  ],
}

test('steps stand from left to right without touching, notes stay, areas hold their steps', async () => {
  const { positions, areas } = await tidy(flow, new Map())
  const x = (id: string) => positions.get(id)?.x ?? Number.NaN
  expect(x('start') + 260).toBeLessThan(x('middle'))
  expect(x('middle') + 260).toBeLessThan(x('end'))
  expect(positions.has('note')).toBe(false)
  expect(x('frame')).toBeLessThan(x('start'))
  expect(x('frame') + (areas.get('frame')?.width ?? 0)).toBeGreaterThan(x('end') + 260)
})

test('or from top to bottom, and the drawing is then read that way', async () => {
  expect(readsDownwards(flow)).toBe(false)
  const { positions } = await tidy(flow, new Map(), 'down')
  const y = (id: string) => positions.get(id)?.y ?? Number.NaN
  expect(y('start') + 100).toBeLessThan(y('middle'))
  expect(y('middle') + 100).toBeLessThan(y('end'))
  expect(readsDownwards(moveNodes(flow, positions))).toBe(true)
  const back = await tidy(moveNodes(flow, positions), new Map(), 'right')
  expect(readsDownwards(moveNodes(flow, back.positions))).toBe(false)
})

test('loops and steps that lead to themselves do no harm', async () => {
  const edges = [...flow.edges, { id: '3', from: 'middle', exit: 'next', to: 'middle' }]
  const { positions } = await tidy(
    { ...flow, edges: [...edges, { id: '4', from: 'end', exit: 'next', to: 'start' }] },
    new Map(),
  )
  expect(positions.size).toBe(4)
})
