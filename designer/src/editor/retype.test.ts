import { emptyFlow, type Flow, nodeDefinition, nodeTypes } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { takeBack } from './actions.ts'
import { retypeStep } from './actions-retype.ts'
import { retype } from './retype.ts'
import { createEditor } from './store.ts'

const option = (id: string, ca: string) => ({ id, label: { ca }, description: {}, synonyms: {} })
const node = (id: string, type: string, config = {}) => ({
  id,
  type,
  position: { x: 10, y: 20 },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [
    node('start', 'start'),
    {
      ...node('menu', 'menu', {
        text: { ca: 'Què voleu?' },
        options: [option('a', 'Llum'), option('b', 'Aigua')],
        waitMinutes: 60,
      }),
      name: 'Tria',
    },
    node('light', 'end'),
    node('water', 'end'),
    node('late', 'end'),
  ],
  edges: [
    { id: '1', from: 'start', exit: 'next', to: 'menu' },
    { id: '2', from: 'menu', exit: 'a', to: 'light' },
    { id: '3', from: 'menu', exit: 'b', to: 'water' },
    { id: '4', from: 'menu', exit: 'no_reply', to: 'late' },
  ],
  settings: { staleTap: 'follow', mergeTexts: true, mainMenu: 'menu' },
}
const changed = (type: string) => {
  const retyped = retype(flow, 'menu', type)
  const after = retyped.flow.nodes[1]!
  const ways = retyped.flow.edges.filter(({ from }) => from === 'menu').map(({ exit, to }) => `${exit}>${to}`)
  return { ...retyped, after, ways }
}

describe('giving a step another type', () => {
  test('it stays where it is, with its name, its text and what else the new type accepts', () => {
    const { after, ways, lostFields, lostExits, flow: drawing } = changed('question')
    expect(after).toMatchObject({ id: 'menu', name: 'Tria', type: 'question', position: { x: 10, y: 20 } })
    expect(after.config).toMatchObject({ text: { ca: 'Què voleu?' }, waitMinutes: 60 })
    expect(ways).toEqual(['answered>light', 'invalid>water', 'no_reply>late'])
    expect([lostFields, lostExits]).toEqual([['options'], []])
    expect(drawing.settings.mainMenu).toBeNull()
  })

  test('ways that find no exit are lost and told', () => {
    const { ways, lostExits, lostFields } = changed('message')
    expect(ways).toEqual(['next>light'])
    expect(lostExits).toEqual(['b', 'no_reply'])
    expect(lostFields).toEqual(['options', 'waitMinutes'])
  })

  test('the first text goes on under another name', () => {
    const { after } = changed('department_route')
    expect(after.config).toMatchObject({ summary: { ca: 'Què voleu?' }, departmentId: '' })
  })

  test('nothing leads to a start any more', () => {
    expect(changed('start')).toMatchObject({ lostEntries: 1, ways: ['next>light'] })
  })

  test.each(nodeTypes.map(({ type }) => type))('becomes a valid %s', type => {
    const { after, flow: drawing } = changed(type)
    expect(nodeDefinition(type)?.config.safeParse(after.config).error).toBeUndefined()
    expect(new Set(drawing.edges.map(({ from, exit }) => `${from} ${exit}`)).size).toBe(drawing.edges.length)
  })

  test('the same type, an unknown one and a step that is gone change nothing', () => {
    for (const [id, type] of [
      ['menu', 'menu'],
      ['menu', 'teapot'],
      ['nobody', 'menu'],
    ] as const) {
      expect(retype(flow, id, type).flow).toBe(flow)
    }
  })

  test('it is one command, and says what was lost', () => {
    const editor = createEditor({ flow, now: () => 0 })
    const { getState } = editor
    retypeStep(editor, 'menu', 'message')
    expect(getState().history.past).toHaveLength(1)
    expect(getState().announcement.text).toBe(
      '«Tria» és ara: Missatge. Es perd: Opcions, Espera la resposta; 2 unions.',
    )
    takeBack(editor)
    expect(getState().flow).toBe(flow)
    expect(getState().announcement.text).toBe('S’ha desfet: canviar el tipus d’un pas.')
  })
})
