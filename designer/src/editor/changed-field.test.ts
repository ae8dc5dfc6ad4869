import { expect, test } from 'vitest'
import { changedField } from './changed-field.ts'

const before = { text: { ca: 'Hola' }, options: [{ id: 'a', label: { ca: 'Sí' } }], best: 5 }

test.each([
  ['a typed letter', { ...before, text: { ca: 'Hola!' } }, 'text.ca'],
  ['a first letter in another language', { ...before, text: { ca: 'Hola', es: 'H' } }, 'text.es'],
  ['a number', { ...before, best: 6 }, null],
  ['a new option', { ...before, options: [...before.options, { id: 'b', label: {} }] }, null],
  ['two fields', { ...before, best: 6, text: {} }, null],
  ['nothing', before, null],
])('%s', (_name, after, field) => {
  expect(changedField(before, after)).toBe(field)
})

test('a letter deep inside is found when the rest is shared', () => {
  const [option] = before.options
  const after = { ...before, options: [{ ...option, label: { ca: 'Sí!' } }] }
  expect(changedField(before, after)).toBe('options.0.label.ca')
})
