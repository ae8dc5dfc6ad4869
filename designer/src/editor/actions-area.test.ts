import { emptyFlow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { areasAround, putIntoArea, takeOutOfArea } from './actions-area.ts'
import { createEditor } from './store.ts'

const node = (id: string, type: string, x: number, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y: 0 },
  config: { ...nodeDefinition(type)?.blank, ...config },
})

const editorWith = (...nodes: FlowNode[]) =>
  createEditor({ flow: { ...emptyFlow('f', 'F', ['ca']), nodes }, now: () => 0 })

test('a step goes into an area, which grows for it, and out again, each as one command', () => {
  const editor = editorWith(node('area', 'frame', 0, { width: 300, height: 300 }), node('far', 'menu', 4000))
  const of = (id: string) => {
    const found = editor.getState().flow.nodes.find(one => one.id === id)
    if (!found) throw new Error(`${id} is gone`)
    return found
  }
  const around = () => areasAround(editor.getState().flow, of('far')).map(({ id }) => id)
  expect(around()).toEqual([])
  putIntoArea(editor, of('far'), of('area'))
  expect(around()).toEqual(['area'])
  expect(editor.getState().announcement.text).toContain('és ara dins de')
  takeOutOfArea(editor, of('far'), of('area'))
  expect(around()).toEqual([])
  editor.getState().undo()
  expect(around()).toEqual(['area'])
  editor.getState().undo()
  expect(of('far').position).toEqual({ x: 4000, y: 0 })
})

test('what is put into an area stands below what is there', () => {
  const editor = editorWith(
    node('area', 'frame', 0, { width: 400, height: 400 }),
    { ...node('first', 'end', 40), position: { x: 40, y: 80 } },
    node('second', 'end', 2000),
  )
  const [area, , second] = editor.getState().flow.nodes
  if (!area || !second) throw new Error('the drawing is empty')
  putIntoArea(editor, second, area)
  const [, first, moved] = editor.getState().flow.nodes
  expect(moved?.position.x).toBe(first?.position.x)
  expect(moved?.position.y).toBeGreaterThan((first?.position.y ?? 0) + 100)
})
