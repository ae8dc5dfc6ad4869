import { emptyFlow, type Flow } from '@pregoner/shared'
import { expect, it } from 'vitest'
import { variablesBefore } from './variables.ts'

const question = (id: string) => ({
  id,
  type: 'question',
  position: { x: 0, y: 0 },
  config: {
    text: {},
    answer: 'text',
    saveAs: `from_${id}`,
    optional: false,
    skipLabel: {},
    retryText: {},
    maxAttempts: 3,
    waitMinutes: 60,
    confirm: false,
    min: null,
    max: null,
    pattern: '',
    best: 5,
    several: false,
    isPersonal: false,
  },
})
const jump = { id: 'jump', type: 'goto', position: { x: 0, y: 0 }, config: { node: 'far' } }
const edge = (from: string, to: string) => ({ id: `${from}-${to}`, from, exit: 'answered', to })

const flow: Flow = {
  ...emptyFlow('main', 'Canal', ['ca']),
  nodes: [question('a'), question('b'), question('c'), question('far'), question('alone'), jump],
  edges: [edge('a', 'b'), edge('b', 'c'), edge('b', 'jump')],
}
const answersAt = (node: string) => variablesBefore(flow, node).answers.toSorted()

it('offers the answers of the steps that lead here', () => {
  expect(answersAt('c')).toEqual(['from_a', 'from_b'])
})

it('follows jumps', () => {
  expect(answersAt('far')).toEqual(['from_a', 'from_b'])
})

it('offers all other answers to a step nothing leads to yet', () => {
  expect(answersAt('alone')).toEqual(['from_a', 'from_b', 'from_c', 'from_far'])
})

it('always offers the contact, the town and the clock', () => {
  expect(variablesBefore(flow, 'a').builtIn).toContain('contact.name')
})
