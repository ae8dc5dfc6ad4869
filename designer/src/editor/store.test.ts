import { emptyFlow, type Flow } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { addNode, moveNodes, renameNode } from './edit-nodes.ts'
import { removeSelection } from './edit-selection.ts'
import { createEditor } from './store.ts'

const flow: Flow = emptyFlow('complaints', 'Queixes', ['ca'])
const node = (id: string) => ({ id, type: 'message', position: { x: 0, y: 0 }, config: {} })

const setUp = (isReadOnly = false) => {
  let time = 0
  const editor = createEditor({ flow, isReadOnly, now: () => time })
  return {
    editor,
    state: editor.getState,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the editor', () => {
  test('takes commands back one at a time and does them again', () => {
    const { state, wait } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    wait(100)
    state().run('add', drawing => addNode(drawing, node('b')))
    const both = state().flow
    expect(state().undo()).toBe('add')
    expect(state().flow.nodes.map(({ id }) => id)).toEqual(['a'])
    state().undo()
    expect(state().flow).toBe(flow)
    expect(state().undo()).toBeNull()
    state().redo()
    expect(state().redo()).toBe('add')
    expect(state().flow).toBe(both)
    expect(state().redo()).toBeNull()
  })

  test('typing into one field is one command, until a pause', () => {
    const { state, wait } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    for (const name of ['H', 'Ho', 'Hola']) {
      wait(200)
      state().run('rename', drawing => renameNode(drawing, 'a', name), 'name:a')
    }
    wait(5_000)
    state().run('rename', drawing => renameNode(drawing, 'a', 'Hola!'), 'name:a')
    state().undo()
    expect(state().flow.nodes[0]?.name).toBe('Hola')
    state().undo()
    expect(state().flow.nodes[0]?.name).toBeUndefined()
  })

  test('a new command forgets what was taken back', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    state().undo()
    state().run('add', drawing => addNode(drawing, node('b')))
    expect(state().redo()).toBeNull()
    expect(state().flow.nodes.map(({ id }) => id)).toEqual(['b'])
  })

  test('an edit that changes nothing is no command', () => {
    const { state } = setUp()
    state().run('move', drawing => moveNodes(drawing, new Map([['nobody', { x: 1, y: 1 }]])))
    expect(state().history.past).toEqual([])
  })

  test('a drag is one command, however many places it passed', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    for (const x of [10, 20, 30]) state().drag(new Map([['a', { x, y: 0 }]]))
    expect(state().flow.nodes[0]?.position.x).toBe(0)
    state().run('move', drawing => moveNodes(drawing, state().dragged))
    expect(state().history.past).toHaveLength(2)
    expect(state().flow.nodes[0]?.position.x).toBe(30)
    expect(state().dragged.size).toBe(0)
  })

  test('selection follows what is there and is not a command', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    state().select({ nodes: ['a'], edges: [] })
    state().run('remove', drawing => removeSelection(drawing, state().selection))
    expect(state().selection.nodes).toEqual([])
    expect(state().history.past).toHaveLength(2)
  })

  test('another drawing starts a new history', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    state().replace({ ...flow, name: 'Altres' })
    expect(state().undo()).toBeNull()
    expect(state().flow.name).toBe('Altres')
  })

  test('while somebody else edits nothing can be changed nor taken back, and it is said why', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    state().setReadOnly(true, 'Marta is editing this flow.')
    const before = state().flow
    state().run('add', drawing => addNode(drawing, node('b')))
    expect([state().undo(), state().flow]).toEqual([null, before])
    expect(state().announcement.text).toBe('Marta is editing this flow.')
    state().setReadOnly(false)
    expect(state().undo()).toBe('add')
  })

  test('another’s drawing keeps what is selected and still there, and shows a language it has', () => {
    const { state } = setUp()
    state().run('add', drawing => addNode(drawing, node('a')))
    state().select({ nodes: ['a'], edges: [] })
    state().replace({ ...state().flow, name: 'Altres', languages: ['es'], defaultLanguage: 'es' })
    expect(state().selection.nodes).toEqual(['a'])
    expect(state().language).toBe('es')
    state().replace(flow)
    expect(state().selection.nodes).toEqual([])
  })

  test('a published version cannot be changed', () => {
    const { state } = setUp(true)
    state().run('add', drawing => addNode(drawing, node('a')))
    expect(state().flow).toBe(flow)
  })
})
