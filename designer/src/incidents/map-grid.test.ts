import { expect, test } from 'vitest'
import { boundsOf, gridLines } from './map-grid.ts'

test.each([
  [{ west: 1.8, south: 41.71, east: 1.85, north: 41.74 }],
  [{ west: -10, south: 35, east: 20, north: 60 }],
  [{ west: 1.8262, south: 41.7251, east: 1.8263, north: 41.7252 }],
])('the grid of %j has few lines, all inside', bounds => {
  const lines = gridLines(bounds)
  expect(lines.length).toBeLessThanOrEqual(32)
  for (const [[x1, y1], [x2, y2]] of lines) {
    for (const x of [x1, x2]) expect(x >= bounds.west && x <= bounds.east).toBe(true)
    for (const y of [y1, y2]) expect(y >= bounds.south && y <= bounds.north).toBe(true)
  }
})

test('a town of five kilometres gets about five lines each way', () => {
  const lines = gridLines({ west: 1.8, south: 41.7, east: 1.85, north: 41.75 })
  expect(lines.length).toBeGreaterThanOrEqual(8)
})

test('bounds hold every point with room around it', () => {
  expect(boundsOf([])).toBe(null)
  expect(
    boundsOf([
      [1, 2],
      [3, -1],
    ]),
  ).toEqual({ west: 0.998, south: -1.002, east: 3.002, north: 2.002 })
})
