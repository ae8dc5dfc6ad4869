import { emptyFlow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { addStep, addStepBehind, duplicateNodes } from './actions.ts'
import { addNode } from './edit-nodes.ts'
import { freshNode } from './fresh-node.ts'
import { hasRoomFor, MAX_STEPS } from './room.ts'
import { createEditor, type Editor } from './store.ts'

const editorWith = (count: number): Editor => {
  const steps = Array.from({ length: count }, (_, at) => ({ ...freshNode('message'), id: `n${at}` }))
  return createEditor({ flow: { ...emptyFlow('main', 'Main', ['ca']), nodes: steps }, now: () => 0 })
}
const countOf = (editor: Editor) => editor.getState().flow.nodes.length

test('a full drawing takes no further step, and says so', () => {
  const editor = editorWith(MAX_STEPS)
  const [first] = editor.getState().flow.nodes
  addStep(editor, 'message', null)
  if (first) addStepBehind(editor, first, 'next', 'message')
  duplicateNodes(editor, ['n0'])
  expect(countOf(editor)).toBe(MAX_STEPS)
  expect(editor.getState().told.count).toBe(3)
  expect(editor.getState().told.text).toContain('1500')
  expect(editor.getState().history.past).toEqual([])
})

test('up to the last place there is room, for as many as fit', () => {
  const editor = editorWith(MAX_STEPS - 2)
  expect([hasRoomFor(editor, 2), hasRoomFor(editor, 3)]).toEqual([true, false])
  addStep(editor, 'message', { x: 0, y: 0 })
  expect(countOf(editor)).toBe(MAX_STEPS - 1)
})

test('a drawing that is larger already can still be changed', () => {
  const editor = editorWith(MAX_STEPS + 5)
  editor.getState().run('add', flow => addNode(flow, { ...freshNode('note'), id: 'note' }))
  expect(countOf(editor)).toBe(MAX_STEPS + 6)
})
