import { emptyFlow, flowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { addNode } from '../editor/edit-nodes.ts'
import { around, mapOf } from './map-of.ts'

const step = (id: string, type: string, x: number, y: number) => ({
  ...{ id, type, position: { x, y } },
  config: flowNode.shape.config.parse(nodeDefinition(type)?.blank),
})

test('the map draws the steps of a family as one shape', () => {
  const steps = [step('a', 'message', 0, 0), step('b', 'message', 500, 300), step('c', 'menu', 0, 300)]
  const flow = steps.reduce(addNode, emptyFlow('main', 'Main', ['ca']))
  const { layers, bounds } = mapOf(flow, new Map([['b', { width: 260, height: 100 }]]))
  expect(layers.map(({ key }) => key)).toEqual(['says', 'asks'])
  expect(layers[0]?.path).toContain('M500,300h260v100h-260z')
  expect(bounds.x).toBe(0)
  expect(bounds.width).toBe(760)
})

test('the map is as large as the drawing and what is looked at together', () => {
  const drawing = { x: 0, y: 0, width: 100, height: 50 }
  expect(around(drawing, { x: -20, y: 10, width: 30, height: 100 })).toEqual({ x: -20, y: 0, width: 120, height: 110 })
})
