import { emptyFlow, type Flow } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { type Clip, duplicate, parseClip, partOf, paste } from './clipboard.ts'

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
const part = partOf(flow, ['menu-1', 'goto-1'])!
const clip: Clip = {
  pregoner: 'steps',
  town: { key: 'manresa', name: 'Manresa' },
  things: [{ kind: 'department', id: 'parks', name: { ca: 'Parcs' } }],
  flow: part,
}
const counter = () => {
  let count = 0
  return (prefix: string) => `${prefix}-new-${++count}`
}

test('a copy keeps its inner edges and jumps and loses those that lead out', () => {
  const [pasted, ids] = paste(flow, part, { x: 1000, y: 500 }, counter())
  expect([...ids.values()]).toEqual(['menu-new-1', 'goto-new-2'])
  expect(pasted.nodes.slice(3)).toEqual([
    { id: 'menu-new-1', type: 'menu', position: { x: 1000, y: 500 }, config: { options: [{ id: 'menu-1' }] } },
    { id: 'goto-new-2', type: 'goto', position: { x: 1300, y: 540 }, config: { node: 'menu-new-1' } },
  ])
  expect(pasted.edges.slice(2)).toEqual([{ id: 'edge-new-3', from: 'menu-new-1', exit: 'other', to: 'goto-new-2' }])
})

test('a copy survives the clipboard', () => {
  expect(parseClip(JSON.stringify(clip))).toEqual(clip)
})

test('nothing chosen copies and duplicates nothing', () => {
  expect(partOf(flow, [])).toBeNull()
  expect(duplicate(flow, ['unknown'], counter())).toEqual([flow, []])
})

describe('a text from anywhere', () => {
  const withFlow = (changes: object) => JSON.stringify({ ...clip, flow: { ...part, ...changes } })
  const [menu] = part.nodes
  const step = (changes: object) => withFlow({ nodes: [{ ...menu, ...changes }] })

  test.each([
    ['nothing', ''],
    ['a shopping list', 'pa, llet, ous'],
    ['half a document', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a claim without steps', '{"pregoner":"steps"}'],
    ['no steps at all', withFlow({ nodes: [], edges: [] })],
    [
      'more steps than anybody copies',
      withFlow({ nodes: Array.from({ length: 501 }, (_, n) => ({ ...menu, id: `n${n}` })) }),
    ],
    ['a newer version', withFlow({ formatVersion: 99 })],
    [
      'an own prototype',
      withFlow({ nodes: [] }).replace(
        '"nodes":[]',
        '"nodes":[{"id":"a","type":"menu","position":{"x":0,"y":0},"config":{"__proto__":{"x":1}}}]',
      ),
    ],
    ['a name of JavaScript’s', step({ id: 'constructor' })],
    ['a step out of this world', step({ position: { x: 1e300, y: 0 } })],
    ['more than the document has', step({ onclick: 'alert(1)' })],
    ['deep nests', step({ config: Array.from({ length: 60 }).reduce<object>(inner => ({ inner }), {}) })],
    ['things without a kind', JSON.stringify({ ...clip, things: [{ kind: 'secret', id: 'a', name: {} }] })],
    ['a book', `{"pregoner":"${'x'.repeat(4_000_001)}"}`],
  ])('is not pasted: %s', (_name, text) => {
    expect(parseClip(text)).toBeNull()
  })

  test('the same step twice is pasted once, and an exit leads to one step', () => {
    const [edge] = part.edges
    const read = parseClip(
      withFlow({ nodes: [...part.nodes, menu], edges: [edge, { ...edge, id: 'again', to: 'menu-1' }] }),
    )
    expect(read?.flow.nodes.map(({ id }) => id)).toEqual(['menu-1', 'goto-1'])
    expect(read?.flow.edges).toEqual([{ ...edge, id: 'again', to: 'menu-1' }])
  })
})
