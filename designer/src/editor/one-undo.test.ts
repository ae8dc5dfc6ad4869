import { demoTowns } from '@pregoner/seeds'
import { emptyFlow, type Flow, fixProblem, inspect, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { applyMoves } from '../canvas/apply-changes.ts'
import { connectTo, duplicateNodes, remove, reorder, takeBack } from './actions.ts'
import { alignSteps, distributeSteps, frameSteps } from './actions-arrange.ts'
import { retypeStep } from './actions-retype.ts'
import { changeConfig, renameNode } from './edit-nodes.ts'
import type { CommandName } from './history.ts'
import { createEditor, type Editor } from './store.ts'

const node = (id: string, type: string, x: number, y: number, config = {}) => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('area', 'frame', -50, 900, { width: 900, height: 600 }),
    node('held', 'message', 0, 1_000),
    node('start', 'start', 0, 0),
    node('hello', 'message', 400, 30, { text: { ca: 'Bon dia' } }),
    node('more', 'message', 700, 90),
    node('bye', 'end', 1_200, 60),
  ],
  edges: [
    { id: '1', from: 'start', exit: 'next', to: 'hello' },
    { id: '2', from: 'hello', exit: 'next', to: 'more' },
  ],
}
const at = (editor: Editor, id: string) => editor.getState().flow.nodes.find(one => one.id === id)?.position
const moveBy = (editor: Editor, ids: readonly string[], by: number, dragging: boolean | undefined) =>
  applyMoves(
    editor,
    ids.map(id => {
      const { x, y } = editor.getState().dragged.get(id) ?? at(editor, id) ?? { x: 0, y: 0 }
      return { id, type: 'position', position: { x: x + by, y }, ...(dragging === undefined ? {} : { dragging }) }
    }),
  )

const [demo] = demoTowns(new Date('2026-03-02T10:00:00Z'))
if (!demo) throw new Error('no demo town')
/** Corrects the first fault of the drawing that can be corrected by itself. */
const fix = (editor: Editor) => {
  const { flow: drawing, run } = editor.getState()
  const fixable = inspect(drawing, demo.town, []).flatMap(problem => fixProblem(drawing, problem, demo.town, []) ?? [])
  run('fix', () => fixable[0] ?? drawing)
}

/** What a person does, and the one name it has. */
const deeds: [what: string, CommandName, (editor: Editor, wait: () => void) => void][] = [
  [
    'dragging three steps over many pixels',
    'move',
    editor => {
      const ids = ['hello', 'more', 'bye']
      for (let tick = 0; tick < 50; tick++) moveBy(editor, ids, 3, true)
      moveBy(editor, ids, 0, false)
    },
  ],
  [
    'dragging a frame with what it holds',
    'move',
    editor => {
      for (let tick = 0; tick < 20; tick++) moveBy(editor, ['area'], 5, true)
      moveBy(editor, ['area'], 0, false)
    },
  ],
  [
    'pressing an arrow key many times',
    'move',
    (editor, wait) => {
      for (let press = 0; press < 12; press++) {
        moveBy(editor, ['hello', 'more'], 5, undefined)
        wait()
      }
    },
  ],
  [
    'typing a text letter by letter',
    'change',
    (editor, wait) => {
      for (const words of ['B', 'Bo', 'Bona']) {
        const config = { ...flow.nodes[3]?.config, text: { ca: words } }
        editor.getState().run('change', one => changeConfig(one, 'hello', config, ['next']), 'config:hello:text.ca')
        wait()
      }
    },
  ],
  [
    'typing a name',
    'rename',
    (editor, wait) => {
      for (const name of ['S', 'Sa', 'Salutació']) {
        editor.getState().run('rename', one => renameNode(one, 'hello', name), 'name:hello')
        wait()
      }
    },
  ],
  ['aligning', 'align', editor => alignSteps(editor, ['hello', 'more', 'bye'], 'top')],
  ['aligning a frame with what it holds', 'align', editor => alignSteps(editor, ['area', 'bye'], 'right')],
  ['distributing', 'distribute', editor => distributeSteps(editor, ['hello', 'more', 'bye'], 'across')],
  ['putting a frame around', 'frame', editor => frameSteps(editor, ['hello', 'more'])],
  ['duplicating', 'duplicate', editor => duplicateNodes(editor, ['hello', 'more'])],
  [
    'deleting several with what joins them',
    'remove',
    editor => remove(editor, { nodes: ['hello', 'more'], edges: ['1'] }),
  ],
  ['connecting', 'connect', editor => connectTo(editor, flow.nodes[4]!, 'next', 'bye')],
  ['changing the kind of a step', 'replace_type', editor => retypeStep(editor, 'hello', 'question')],
  ['letting a fault be corrected', 'fix', fix],
  ['changing the order', 'reorder', editor => reorder(editor, 'more', 'earlier')],
]

describe('one command is one undo', () => {
  test.each(deeds)('%s', (_what, name, deed) => {
    let time = 0
    const editor = createEditor({ flow, now: () => time })
    const { getState } = editor
    deed(editor, () => {
      time += 400
    })
    expect(getState().history.past.map(entry => entry.name)).toEqual([name])
    const after = getState().flow
    takeBack(editor)
    expect(getState().flow).toBe(flow)
    expect(getState().history.past).toEqual([])
    getState().redo()
    expect(getState().flow).toBe(after)
  })

  test('a frame carries what lies in it, in a drag and when it is aligned', () => {
    const editor = createEditor({ flow, now: () => 0 })
    moveBy(editor, ['area'], 100, true)
    expect(editor.getState().dragged.get('held')).toEqual({ x: 100, y: 1_000 })
    moveBy(editor, ['area'], 0, false)
    expect(at(editor, 'held')).toEqual({ x: 100, y: 1_000 })
    alignSteps(editor, ['area', 'start'], 'left')
    expect(at(editor, 'area')?.x).toBe(0)
    expect(at(editor, 'held')?.x).toBe(50)
  })

  test('letters after a pause, and in another field, are commands of their own', () => {
    let time = 0
    const editor = createEditor({ flow, now: () => time })
    const type = (id: string, name: string) =>
      editor.getState().run('rename', one => renameNode(one, id, name), `name:${id}`)
    type('hello', 'S')
    time += 5_000
    type('hello', 'Sa')
    type('more', 'M')
    expect(editor.getState().history.past).toHaveLength(3)
  })
})
