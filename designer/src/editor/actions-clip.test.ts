import { demoTowns } from '@pregoner/seeds'
import { emptyFlow, type Flow, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { takeBack } from './actions.ts'
import { copyText, pasteClip, readClip } from './actions-clip.ts'
import { matchesIn } from './adopt-part.ts'
import { changeConfig } from './edit-nodes.ts'
import { flagsAt } from './flags.ts'
import { createEditor } from './store.ts'

const towns = demoTowns(new Date('2026-03-02T10:00:00Z'))
const around = (key: string) => {
  const demo = towns.find(({ town }) => town.key === key)
  if (!demo) throw new Error(key)
  return { town: demo.town, flows: demo.flows.map(({ id, name }) => ({ id, name })) }
}
const there = around('manresa')
const here = around('empoli')
const [parks] = there.town.departments

const node = (id: string, type: string, x: number, config = {}) => ({
  id,
  type,
  position: { x, y: 0 },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const flow: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca']),
  nodes: [node('start', 'start', 0), node('route', 'department_route', 400, { departmentId: parks?.id })],
  edges: [{ id: 'first', from: 'start', exit: 'next', to: 'route' }],
}
const editorOf = (drawing: Flow) => createEditor({ flow: drawing, now: () => 0 })

test('copies travel as text and arrive selected', () => {
  const editor = editorOf(flow)
  const { getState } = editor
  expect(copyText(editor, there)).toBeNull()
  getState().select({ nodes: ['start', 'route'], edges: [] })
  const clip = readClip(editor, copyText(editor, there))
  expect(clip?.things).toEqual([{ kind: 'department', id: parks?.id, name: parks?.name }])
  pasteClip(editor, clip!, null)
  expect(getState().flow.edges).toHaveLength(2)
  expect(getState().selection.nodes).toHaveLength(2)
  expect(getState().announcement.text).toBe('S’han enganxat 2 passos.')
  expect(readClip(editor, 'una llista de la compra')).toBeNull()
  expect(getState().announcement.text).toBe('Al porta-retalls no hi ha cap pas.')
})

test('what another town has not got is flagged on the step until it is chosen, and one undo takes the paste back', () => {
  const source = editorOf(flow)
  source.getState().select({ nodes: ['route'], edges: [] })
  const clip = readClip(source, copyText(source, there))!
  const editor = editorOf(emptyFlow('segnalazioni', 'Segnalazioni', ['it']))
  const { getState } = editor
  const lacks = pasteClip(editor, clip, matchesIn(clip.flow, clip.things, here))
  const pasted = getState().flow.nodes[0]!
  expect(lacks).toMatchObject([{ node: pasted.id, kind: 'department' }])
  expect(flagsAt(getState().flags, pasted.id)).toMatchObject([{ kind: 'lacking' }])

  const chosen = { ...pasted.config, departmentId: here.town.departments[0]!.id }
  getState().run('change', drawing => changeConfig(drawing, pasted.id, chosen, ['opened']))
  expect(flagsAt(getState().flags, pasted.id)).toEqual([])
  takeBack(editor)
  expect(flagsAt(getState().flags, pasted.id)).toHaveLength(1)
  takeBack(editor)
  expect(getState().flow.nodes).toEqual([])
  expect(getState().history.past).toEqual([])
})

test('a drawing that would grow past what a flow may hold stays as it is', () => {
  const editor = editorOf({ ...flow, nodes: Array.from({ length: 5_000 }, (_, n) => node(`n${n}`, 'end', n)) })
  editor.getState().select({ nodes: ['n1'], edges: [] })
  const clip = readClip(editor, copyText(editor, there))!
  pasteClip(editor, clip, null)
  expect(editor.getState().history.past).toEqual([])
  expect(editor.getState().told.text).toContain('com a màxim')
})
