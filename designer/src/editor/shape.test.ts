import { emptyFlow, type Flow, flowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { connect } from './edit-edges.ts'
import { addNode, changeConfig, moveNodes, renameNode } from './edit-nodes.ts'
import { exitsOf } from './exits.ts'
import { shapeOf } from './shape.ts'

const menu = (labels: string[]) => ({
  ...{ id: 'menu', type: 'menu', position: { x: 0, y: 0 } },
  config: flowNode.shape.config.parse({
    ...nodeDefinition('menu')?.blank,
    options: labels.map((label, at) => ({ id: `o${at}`, label: { ca: label }, description: {}, synonyms: {} })),
  }),
})
const drawn = (labels: string[]): Flow => addNode(emptyFlow('main', 'Main', ['ca']), menu(labels))

const withLabels = (flow: Flow, labels: string[]): Flow => {
  const after = menu(labels)
  return changeConfig(
    flow,
    'menu',
    after.config,
    exitsOf(after).map(({ id }) => id),
  )
}

test('words change and the shape stays the very same', () => {
  const before = drawn(['Roads', 'Parks'])
  const shape = shapeOf(before)
  expect(shapeOf(withLabels(before, ['Streets', 'Parks']))).toBe(shape)
  expect(shapeOf(renameNode(before, 'menu', 'First menu'))).toBe(shape)
})

const edits: [string, (flow: Flow) => Flow][] = [
  ['an exit more', flow => withLabels(flow, ['Roads', 'Parks', 'Light'])],
  ['a step elsewhere', flow => moveNodes(flow, new Map([['menu', { x: 9, y: 0 }]]))],
  ['a step more', flow => addNode(flow, { ...menu(['Roads']), id: 'other' })],
  ['a way', flow => connect(flow, { id: 'e', from: 'menu', exit: 'o0', to: 'menu' })],
]
test.each(edits)('%s is another shape', (_what, edit) => {
  const before = drawn(['Roads', 'Parks'])
  const shape = shapeOf(before)
  const after = edit(before)
  expect(shapeOf(after)).not.toBe(shape)
  expect(shapeOf(after)).toBe(after)
})

test('another beginning that people meet first is another shape, other words for it are not', () => {
  const begun = (triggers: unknown[]): Flow =>
    addNode(emptyFlow('main', 'Main', ['ca']), {
      ...{ id: 'start', type: 'start', position: { x: 0, y: 0 } },
      config: flowNode.shape.config.parse({ triggers }),
    })
  const keyword = (word: string) => ({ kind: 'keyword', words: { ca: [word] }, mode: 'exact', saveRestAs: null })
  const before = begun([keyword('hola')])
  const shape = shapeOf(before)
  const edges = { edges: before.edges }
  expect(shapeOf({ ...begun([keyword('bones')]), ...edges })).toBe(shape)
  expect(shapeOf({ ...begun([{ kind: 'first_message' }]), ...edges })).not.toBe(shape)
})
