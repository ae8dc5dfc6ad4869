import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { addStepBehind, takeBack } from './actions.ts'
import { inside, ownSize } from './placement.ts'
import { createEditor } from './store.ts'

const node = (id: string, type: string, x: number, y = 0, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const way = (from: string, to: string) => ({ id: `${from}-${to}`, from, exit: 'next', to })
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('start', 'start', 0),
    node('hello', 'message', 360),
    node('bye', 'message', 720),
    node('other', 'message', 720, 900),
    node('back', 'message', -400, 900),
  ],
  edges: [way('start', 'hello'), way('hello', 'bye'), way('bye', 'back')],
}

const putBetween = (drawing: Flow, from = 'start') => {
  const editor = createEditor({ flow: drawing, now: () => 0 })
  addStepBehind(editor, drawing.nodes.find(({ id }) => id === from)!, 'next', 'set_value')
  const after = editor.getState().flow
  const x = (id: string) => after.nodes.find(each => each.id === id)?.position.x
  return { editor, after, x, added: after.nodes.at(-1)! }
}

test('a step put between stands on the way, and what follows to the right makes room, in one undo', () => {
  const { editor, added, x } = putBetween(flow)
  expect(added.position).toEqual({ x: 360, y: 0 })
  expect([x('start'), x('hello'), x('bye')]).toEqual([0, 720, 1_080])
  expect([x('other'), x('back')]).toEqual([720, -400])
  takeBack(editor)
  expect(editor.getState().flow).toBe(flow)
})

test('nothing moves where there is room, or where the way goes back', () => {
  const wide = { ...flow, nodes: flow.nodes.map(each => (each.id === 'bye' ? node('bye', 'message', 1_200) : each)) }
  const { added, x } = putBetween(wide, 'hello')
  expect([added.position.x, x('bye')]).toEqual([720, 1_200])
  const { after } = putBetween(flow, 'bye')
  expect(after.nodes.slice(0, -1)).toEqual(flow.nodes)
})

test('a loop back to the step before does not push that step', () => {
  const { x } = putBetween({ ...flow, edges: [...flow.edges.slice(0, 2), way('bye', 'start')] })
  expect([x('start'), x('bye')]).toEqual([0, 1_080])
})

test('what stands where a pushed step comes to lie makes room too, and so does what stands behind it', () => {
  const nodes = [
    ...flow.nodes,
    node('aside', 'message', 1_080),
    node('behind', 'message', 1_440),
    node('far', 'note', 2_400),
  ]
  const { x } = putBetween({ ...flow, nodes })
  expect(['bye', 'aside', 'behind', 'far'].map(x)).toEqual([1_080, 1_440, 1_800, 2_400])
})

test('an area goes along with its steps, or grows when some of them stay', () => {
  const nodes = [
    ...flow.nodes,
    node('along', 'frame', 690, -80, { width: 320, height: 400 }),
    node('grows', 'frame', -40, -120, { width: 700, height: 500 }),
    node('note', 'note', 720, 160),
  ]
  const { after, x, added } = putBetween({ ...flow, nodes })
  const area = (id: string) => after.nodes.find(each => each.id === id)!
  const held = (id: string) => inside(after, area(id)).map(each => each.id)
  expect([x('along'), x('note')]).toEqual([1_050, 1_080])
  expect(ownSize(area('along'))).toEqual({ width: 320, height: 400 })
  expect(held('along')).toEqual(['bye', 'note'])
  expect(x('grows')).toBe(-40)
  expect(held('grows')).toEqual(['start', 'hello', added.id])
})
