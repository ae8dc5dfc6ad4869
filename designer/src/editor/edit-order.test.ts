import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { moveEarlier, moveLater } from './edit-order.ts'

const node = (id: string, type: string, x: number): FlowNode => ({
  id,
  type,
  position: { x, y: 0 },
  config: { ...nodeDefinition(type)?.blank },
})
const edge = (from: string, exit: string, to: string) => ({ id: `${from}.${exit}`, from, exit, to })
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [node('start', 'start', 0), node('a', 'message', 100), node('b', 'message', 200), node('c', 'message', 300)],
  edges: [edge('start', 'next', 'a'), edge('a', 'next', 'b'), edge('b', 'next', 'c')],
}
const ways = ({ edges }: Flow) => edges.map(({ from, exit, to }) => `${from}.${exit}>${to}`).sort()
const places = ({ nodes }: Flow) => nodes.map(({ id, position }) => `${id}@${position.x}`)

test('a step and the one before it change places', () => {
  const changed = moveEarlier(flow, 'b')
  expect(ways(changed)).toEqual(['a.next>c', 'b.next>a', 'start.next>b'])
  expect(places(changed)).toEqual(['start@0', 'a@200', 'b@100', 'c@300'])
})

test('the last step of a row can move, too', () => {
  expect(ways(moveEarlier(flow, 'c'))).toEqual(['a.next>c', 'c.next>b', 'start.next>a'])
})

test('moving later and earlier again comes back', () => {
  expect(ways(moveEarlier(moveLater(flow, 'a'), 'a'))).toEqual(ways(flow))
})

test('edge ids stay unique', () => {
  const ids = moveEarlier(flow, 'c').edges.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each([
  ['the first step cannot pass the start', flow, 'a'],
  ['a step several ways lead to stays', { ...flow, edges: [...flow.edges, edge('c', 'next', 'b')] }, 'b'],
  ['nobody stays nobody', flow, 'nobody'],
])('%s', (_name, drawing, id) => {
  expect(moveEarlier(drawing, id)).toBe(drawing)
})
