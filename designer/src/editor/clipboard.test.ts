import { emptyFlow, type Flow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { copyNodes, duplicate, parseClip, paste } from './clipboard.ts'

const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    { id: 'menu-1', type: 'menu', position: { x: 100, y: 50 }, config: { options: [{ id: 'menu-1' }] } },
    { id: 'goto-1', type: 'goto', position: { x: 400, y: 90 }, config: { node: 'menu-1' } },
    { id: 'start-1', type: 'start', position: { x: 0, y: 0 }, config: {} },
  ],
  edges: [
    { id: 'e1', from: 'start-1', exit: 'next', to: 'menu-1' },
    { id: 'e2', from: 'menu-1', exit: 'other', to: 'goto-1' },
  ],
}
const counter = () => {
  let count = 0
  return (prefix: string) => `${prefix}-new-${++count}`
}

test('a copy keeps its inner edges and jumps and loses those that lead out', () => {
  const copied = copyNodes(flow, ['menu-1', 'goto-1'])
  const [pasted, added] = paste(flow, copied!, { x: 1000, y: 500 }, counter())
  expect(added).toEqual(['menu-new-1', 'goto-new-2'])
  expect(pasted.nodes.slice(3)).toEqual([
    { id: 'menu-new-1', type: 'menu', position: { x: 1000, y: 500 }, config: { options: [{ id: 'menu-1' }] } },
    { id: 'goto-new-2', type: 'goto', position: { x: 1300, y: 540 }, config: { node: 'menu-new-1' } },
  ])
  expect(pasted.edges.slice(2)).toEqual([{ id: 'edge-new-3', from: 'menu-new-1', exit: 'other', to: 'goto-new-2' }])
})

test('a copy survives the clipboard', () => {
  const copied = copyNodes(flow, ['menu-1'])
  expect(parseClip(JSON.stringify(copied))).toEqual(copied)
})

test.each([
  '',
  'pa, llet, ous',
  '{',
  '{"pregoner":"nodes"}',
  '[]',
  'null',
  '{"pregoner":"nodes","formatVersion":1,"nodes":[],"edges":[]}',
])('what is not a part of a drawing is not pasted: %s', text => {
  expect(parseClip(text)).toBeNull()
})

test('nothing chosen copies and duplicates nothing', () => {
  expect(copyNodes(flow, [])).toBeNull()
  expect(duplicate(flow, ['unknown'], counter())).toEqual([flow, []])
})
