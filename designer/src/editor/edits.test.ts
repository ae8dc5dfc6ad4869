import { type Edge, emptyFlow, type Flow, type FlowNode } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { addAfter, connect, disconnect } from './edit-edges.ts'
import { renameFlow, setLanguages, setSettings } from './edit-flow.ts'
import { addNode, changeConfig, moveNodes, renameNode } from './edit-nodes.ts'
import { removeSelection, stillThere } from './edit-selection.ts'

const node = (id: string, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type: 'message',
  position: { x: 0, y: 0 },
  config,
})
const edge = (from: string, exit: string, to: string): Edge => ({ id: `${from}-${exit}`, from, exit, to })

const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca', 'es']),
  nodes: [node('start'), node('menu'), node('route')],
  edges: [edge('start', 'next', 'menu'), edge('menu', 'roads', 'route'), edge('menu', 'other', 'menu')],
}
const arrows = ({ edges }: Flow) => edges.map(({ from, exit, to }) => `${from}.${exit}>${to}`)

describe('edges', () => {
  test('an exit leads to one node', () => {
    const changed = connect(flow, { ...edge('menu', 'roads', 'start'), id: 'new' })
    expect(arrows(changed)).toEqual(['start.next>menu', 'menu.other>menu', 'menu.roads>start'])
  })

  test('joining what is joined already changes nothing', () => {
    expect(connect(flow, { ...edge('menu', 'roads', 'route'), id: 'new' })).toBe(flow)
    expect(disconnect(flow, 'menu', 'unknown')).toBe(flow)
  })

  test('a step added behind a joined exit leads on to where the exit led', () => {
    const changed = addAfter(
      flow,
      node('thanks'),
      { ...edge('menu', 'roads', 'thanks'), id: 'a' },
      { id: 'b', exit: 'next' },
    )
    expect(arrows(changed)).toEqual(['start.next>menu', 'menu.other>menu', 'menu.roads>thanks', 'thanks.next>route'])
  })
})

describe('nodes', () => {
  test('a removed node takes its edges and the main menu with it', () => {
    const changed = removeSelection(setSettings(flow, { mainMenu: 'menu' }), { nodes: ['menu'], edges: [] })
    expect(changed.nodes.map(({ id }) => id)).toEqual(['start', 'route'])
    expect(changed.edges).toEqual([])
    expect(changed.settings.mainMenu).toBeNull()
  })

  test('an option that goes away takes its edge along', () => {
    const changed = changeConfig(flow, 'menu', { options: [] }, ['other'])
    expect(arrows(changed)).toEqual(['start.next>menu', 'menu.other>menu'])
    expect(changed.nodes[1]?.config).toEqual({ options: [] })
  })

  test('an empty name is no name', () => {
    const named = renameNode(flow, 'menu', 'Menú principal')
    expect(named.nodes[1]?.name).toBe('Menú principal')
    expect(renameNode(named, 'menu', '').nodes[1]).toEqual(node('menu'))
    expect(renameNode(named, 'menu', 'Menú principal')).toBe(named)
  })

  test('positions are whole pixels and a move to the same place is none', () => {
    const moved = moveNodes(flow, new Map([['menu', { x: 10.4, y: -3.6 }]]))
    expect(moved.nodes[1]?.position).toEqual({ x: 10, y: -4 })
    expect(moved.nodes[0]).toBe(flow.nodes[0])
    expect(moveNodes(moved, new Map([['menu', { x: 10.2, y: -4 }]]))).toBe(moved)
  })

  test('a selection forgets what has gone', () => {
    const selection = { nodes: ['menu', 'route'], edges: ['menu-other'] }
    expect(stillThere(flow, selection)).toBe(selection)
    expect(stillThere(removeSelection(flow, { nodes: ['menu'], edges: [] }), selection)).toEqual({
      nodes: ['route'],
      edges: [],
    })
  })

  test('an edit leaves the drawing it was given as it was', () => {
    const before = structuredClone(flow)
    addNode(flow, node('extra'))
    removeSelection(flow, { nodes: ['start'], edges: ['menu-other'] })
    renameFlow(flow, 'Altres')
    expect(flow).toEqual(before)
  })
})

describe('the flow', () => {
  test('always has a language, and its default is one of them', () => {
    expect(setLanguages(flow, [], 'ca')).toBe(flow)
    expect(setLanguages(flow, ['es', 'es', 'en'], 'ca')).toMatchObject({
      languages: ['es', 'en'],
      defaultLanguage: 'es',
    })
  })

  test('does not lose its name to an empty field', () => {
    expect(renameFlow(flow, '  ')).toBe(flow)
  })
})
