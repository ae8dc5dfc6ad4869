import { emptyFlow, type Flow, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { addStep, addStepBehind, connectTo, disconnectExit, remove, takeBack } from './actions.ts'
import { createEditor } from './store.ts'

const node = (id: string, type: string, x: number) => ({
  id,
  type,
  position: { x, y: 0 },
  config: { ...nodeDefinition(type)?.blank },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [node('start', 'start', 0), node('hello', 'message', 400), node('bye', 'end', 800)],
  edges: [{ id: 'first', from: 'start', exit: 'next', to: 'hello' }],
}

const setUp = () => {
  const editor = createEditor({ flow, now: () => 0 })
  const { getState } = editor
  const ways = () => {
    const types = new Map(getState().flow.nodes.map(({ id, type }) => [id, type]))
    return getState().flow.edges.map(({ from, exit, to }) => `${types.get(from)}.${exit}>${types.get(to)}`)
  }
  return { editor, getState, ways, said: () => getState().announcement.text }
}

describe('what an officer does', () => {
  test('a step added while another is selected follows it, is selected itself and is announced', () => {
    const { editor, getState, ways, said } = setUp()
    getState().select({ nodes: ['hello'], edges: [] })
    addStep(editor, 'menu', null)
    expect(ways()).toEqual(['start.next>message', 'message.next>menu'])
    expect(getState().selection.nodes).toEqual([getState().flow.nodes.at(-1)?.id])
    expect(said()).toBe('S’ha afegit «Menú» darrere de «Missatge», sortida «Següent».')
  })

  test('a step put down at a place stands there, joined to nothing', () => {
    const { editor, getState, ways } = setUp()
    getState().select({ nodes: ['hello'], edges: [] })
    addStep(editor, 'menu', { x: 5_000, y: 70 })
    expect(ways()).toHaveLength(1)
    expect(getState().flow.nodes.at(-1)?.position).toEqual({ x: 5_000, y: 70 })
  })

  test('a step put between two leads on to the second, and one undo takes all of it back', () => {
    const { editor, getState, ways } = setUp()
    addStepBehind(editor, flow.nodes[0]!, 'next', 'set_value')
    expect(ways()).toEqual(['start.next>set_value', 'set_value.next>message'])
    takeBack(editor)
    expect(getState().flow).toBe(flow)
  })

  test('nothing leads to a start', () => {
    const { editor, getState, ways } = setUp()
    connectTo(editor, flow.nodes[1]!, 'next', 'start')
    expect(getState().history.past).toEqual([])
    addStepBehind(editor, flow.nodes[1]!, 'next', 'start')
    expect(ways()).toHaveLength(1)
    expect(getState().flow.nodes).toHaveLength(4)
  })

  test('joins and takes joins away, and says so', () => {
    const { editor, ways, said } = setUp()
    connectTo(editor, flow.nodes[1]!, 'next', 'bye')
    expect(ways()).toEqual(['start.next>message', 'message.next>end'])
    expect(said()).toBe('«Missatge», sortida «Següent», porta ara a «Final».')
    disconnectExit(editor, flow.nodes[1]!, 'next')
    expect(ways()).toHaveLength(1)
  })

  test('counts what is deleted', () => {
    const { editor, said } = setUp()
    remove(editor, { nodes: ['hello', 'bye'], edges: [] })
    expect(said()).toBe('S’han esborrat 2 passos.')
  })
})
