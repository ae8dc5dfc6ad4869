import type { Flow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { smallFlow } from '../../../test/small-flow.ts'
import { compareWordings, withChanges } from './changes.ts'
import type { Wording } from './exchange.ts'
import { rowsOf, withWording, wordingState } from './rows.ts'

const base = smallFlow('main')
const flow: Flow = {
  ...base,
  languages: ['ca', 'es'],
  nodes: base.nodes.map(node =>
    node.id === 'greet' ? { ...node, config: { ...node.config, text: { ca: 'Bon dia, {{contact.name}}' } } } : node,
  ),
}
const at = 'greet/text'
const wording = (value: string, more: Partial<Wording> = {}): Wording => ({
  ...{ id: at, language: 'es', value, source: null },
  ...more,
})
const warned = (value: string, more: Partial<Wording> = {}) =>
  compareWordings(flow, [wording(value, more)], 'Vila').changes[0]?.warnings

test.each<[string, string, object[]]>([
  ['right', 'Buenos días, {{contact.name}}', []],
  ['without its value', 'Buenos días', [{ code: 'lost', name: 'contact.name' }]],
  ['with a value of its own', 'Buenos días, {{contact.name}} de {{calle}}', [{ code: 'invented', name: 'calle' }]],
  [
    'with a value translated',
    'Buenos días, {{contacto.nombre}}',
    [
      { code: 'lost', name: 'contact.name' },
      { code: 'invented', name: 'contacto.nombre' },
    ],
  ],
  ['too long', `${'a'.repeat(4_090)} {{contact.name}}`, [{ code: 'too_long', chars: 4_131, max: 4_096 }]],
])('a translation %s is told so', (_what, value, warnings) => {
  expect(warned(value)).toEqual(warnings)
})

test('a value that is not closed is lost and broken', () => {
  expect(warned('Buenos días, {{contact.name')?.map(({ code }) => code)).toEqual(['lost', 'broken'])
})

test('a translation of an older original is told so', () => {
  const source = { language: 'ca' as const, text: 'Bon dia' }
  expect(warned('Buenos días, {{contact.name}}', { source })).toEqual([{ code: 'original_changed' }])
})

test('what is the same, empty or of another flow changes nothing', () => {
  const found = compareWordings(
    flow,
    [
      wording('Bon dia, {{contact.name}}', { language: 'ca' }),
      wording(' '),
      wording('x', { id: 'nobody/text' }),
      wording('x', { id: '__proto__/text' }),
    ],
    'Vila',
  )
  expect(found).toMatchObject({ changes: [], same: 1, empty: 1, unknown: ['nobody/text', '__proto__/text'] })
  expect(withChanges(flow, found.changes)).toBe(flow)
})

test('a text no flow could hold is not taken', () => {
  expect(compareWordings(flow, [wording('x'.repeat(20_001))], 'Vila')).toMatchObject({ changes: [], impossible: [at] })
})

test('the changes taken are made, and only they', () => {
  const { changes } = compareWordings(flow, [wording('Buenos días, {{contact.name}}')], 'Vila')
  const changed = withChanges(flow, changes)
  expect(changes).toMatchObject([{ kind: 'added', before: '', after: 'Buenos días, {{contact.name}}' }])
  expect(changed).toEqual(
    withWording(flow, { node: 'greet', field: 'text', kind: 'text' }, 'es', 'Buenos días, {{contact.name}}'),
  )
})

test('a wording is missing, too long or fine', () => {
  const row = rowsOf(flow).find(({ id }) => id === at)
  if (!row) throw new Error('no row')
  expect(wordingState(row, 'ca', 'Vila')).toBe('fine')
  expect(wordingState(row, 'es', 'Vila')).toBe('missing')
  expect(wordingState({ ...row, isRequired: false }, 'es', 'Vila')).toBe('missing')
  expect(wordingState({ ...row, isRequired: false, values: {} }, 'es', 'Vila')).toBe('fine')
  expect(wordingState({ ...row, maxChars: 20 }, 'ca', 'Vila')).toBe('too_long')
  expect(wordingState({ ...row, maxChars: 20, mayDegrade: true }, 'ca', 'Vila')).toBe('degrades')
})

test('an emptied wording is taken away, and words are one on each line', () => {
  const emptied = withWording(flow, { node: 'greet', field: 'text', kind: 'text' }, 'ca', '')
  expect(rowsOf(emptied).find(({ id }) => id === at)?.values).toEqual({})
  const words = rowsOf(flow).find(({ kind }) => kind === 'words')
  if (!words) throw new Error('no words')
  const more = withWording(flow, words, 'es', ' hola \n\nbuenas\n')
  expect(rowsOf(more).find(({ id }) => id === words.id)?.values.es).toBe('hola\nbuenas')
})
