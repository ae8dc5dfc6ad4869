import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { type OutlineRow, outlineRows } from './outline-rows.ts'
import { outlineTree, stepNumbers } from './outline-tree.ts'

const node = (id: string, type: string, x: number, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y: 0 },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const edge = (from: string, exit: string, to: string) => ({ id: `${from}.${exit}`, from, exit, to })
const options = ['roads', 'parks'].map(id => ({ id, label: { ca: id }, description: {}, synonyms: {} }))

const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('note', 'note', 0),
    node('start', 'start', 0),
    node('hello', 'message', 100),
    node('menu', 'menu', 200, { options }),
    node('what', 'question', 300),
    node('thanks', 'message', 400),
    node('lonely', 'end', 900),
  ],
  edges: [
    edge('start', 'next', 'hello'),
    edge('hello', 'next', 'menu'),
    edge('menu', 'roads', 'what'),
    edge('menu', 'parks', 'thanks'),
    edge('what', 'answered', 'thanks'),
    edge('what', 'invalid', 'menu'),
    edge('thanks', 'next', 'menu'),
  ],
}

const rowsOf = (drawing: Flow, collapsed: ReadonlySet<string>) => outlineRows(outlineTree(drawing), collapsed)

const drawn = (rows: OutlineRow[], numbers = stepNumbers(outlineTree(flow))) =>
  rows.map(row => {
    const indent = '  '.repeat(row.level - 1)
    if (row.kind === 'step') return `${indent}${numbers.get(row.node.id)} ${row.node.id}`
    if (row.kind === 'member') return `${indent}holds ${row.to.id}`
    if (row.to) return `${indent}${row.exit} > ${row.to.id}`
    return `${indent}${row.exit}${row.hasInside ? ':' : ' > nowhere'}`
  })

test('reads like a story: rows stay level, branches stand below, nothing is told twice', () => {
  expect(drawn(rowsOf(flow, new Set()))).toEqual([
    '1 start',
    '2 hello',
    '3 menu',
    '  roads:',
    '    4 what',
    '      invalid > menu',
    '      no_reply > nowhere',
    '    5 thanks',
    '      next > menu',
    '  parks > thanks',
    '  other > nowhere',
    '  no_reply > nowhere',
    '6 lonely',
    '7 note',
  ])
})

test('what is folded away keeps its numbers', () => {
  expect(drawn(rowsOf(flow, new Set(['menu roads', 'hello'])))).toEqual([
    '1 start',
    '2 hello',
    '3 menu',
    '  roads:',
    '  parks > thanks',
    '  other > nowhere',
    '  no_reply > nowhere',
    '6 lonely',
    '7 note',
  ])
})

test('every step has exactly one line', () => {
  const steps = rowsOf(flow, new Set()).filter(row => row.kind === 'step')
  expect(steps.map(row => row.node.id).sort()).toEqual(flow.nodes.map(({ id }) => id).sort())
})

test('an area holds the steps that lie inside it, which keep their places', () => {
  const area = node('area', 'frame', -50, { width: 2000, height: 2000 })
  const small: Flow = {
    ...flow,
    nodes: [{ ...area, position: { x: -50, y: -50 } }, node('start', 'start', 0), node('far', 'end', 3000)],
    edges: [],
  }
  const numbers = stepNumbers(outlineTree(small))
  expect(drawn(rowsOf(small, new Set()), numbers)).toEqual([
    '1 start',
    '  next > nowhere',
    '2 far',
    '3 area',
    '  holds start',
  ])
  expect(drawn(rowsOf(small, new Set(['area', 'start'])), numbers)).toEqual(['1 start', '2 far', '3 area'])
})
