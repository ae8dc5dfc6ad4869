import { expect, test } from 'vitest'
import { type FarWay, wayAt } from './far-ways.ts'

const way = (id: string, ...ends: FarWay['ends']): FarWay => ({
  id,
  ends,
  isLit: false,
  isSelected: false,
  heat: null,
  width: 1,
})
const ways = [
  way('across', { x: 0, y: 0 }, { x: 1_000, y: 0 }),
  way('down', { x: 500, y: -400 }, { x: 500, y: 400 }),
  way('nowhere', { x: 2_000, y: 0 }, { x: 2_000, y: 0 }),
]

test.each([
  ['a point on a line', { x: 200, y: 0 }, 'across'],
  ['a point beside it', { x: 200, y: 30 }, 'across'],
  ['a point out of reach', { x: 200, y: 60 }, null],
  ['a point behind its end', { x: 1_060, y: 0 }, null],
  ['the nearer of two', { x: 510, y: 20 }, 'down'],
  ['a line without length', { x: 2_010, y: 10 }, 'nowhere'],
])('%s', (_name, point, expected) => {
  expect(wayAt(ways, point, 40)).toBe(expected)
})
