import { expect, test } from 'vitest'
import { neighbour } from './neighbour.ts'

const node = (id: string, x: number, y: number) => ({ id, type: 'message', position: { x, y }, config: {} })
const nodes = [
  node('middle', 0, 0),
  node('right', 400, 20),
  node('far', 900, 0),
  node('below', 30, 300),
  node('diagonal', 350, 320),
]

test.each([
  ['middle', 'right', 'right'],
  ['middle', 'down', 'below'],
  ['middle', 'left', null],
  ['right', 'left', 'middle'],
  ['far', 'left', 'right'],
  ['below', 'up', 'middle'],
  ['below', 'right', 'diagonal'],
  ['nobody', 'up', null],
] as const)('from %s going %s one comes to %s', (from, direction, to) => {
  expect(neighbour(nodes, from, direction)).toBe(to)
})
