import { expect, test } from 'vitest'
import { createSavedReply, fillSavedReply, savedReplyLanguage } from './saved-reply.ts'

const values = { name: 'Núria', reference: 'VIL-2345678', department: 'Via pública', category: 'Enllumenat' }
const options = { language: 'ca' as const, timeZone: 'Europe/Madrid' }

test.each([
  ['Bon dia, {{name}}. Ref. {{reference}}.', values, 'Bon dia, Núria. Ref. VIL-2345678.'],
  ['{{category}}: ho porta {{department}}.', values, 'Enllumenat: ho porta Via pública.'],
  ['Hola {{name}}, ja hi som.', { ...values, name: '' }, 'Hola, ja hi som.'],
  ['{{name}}, hola', { ...values, name: '' }, ', hola'],
  ['Sense noms', values, 'Sense noms'],
  ['{{name}}', { ...values, name: '{{reference}}' }, '{{reference}}'],
])('%s', (text, given, expected) => {
  expect(fillSavedReply(text, given, options)).toBe(expected)
})

test.each([
  [{ ca: 'Hola', es: 'Buenas' }, 'es', 'ca', 'es'],
  [{ ca: 'Hola' }, 'es', 'ca', 'ca'],
  [{ it: 'Ciao', ca: ' ' }, 'es', 'ca', 'it'],
] as const)('is inserted in the citizen’s language when it has it: %j, %s', (text, wanted, fallback, expected) => {
  expect(savedReplyLanguage(text, wanted, fallback)).toBe(expected)
})

test('one without words, or with too many, is none', () => {
  const reply = { name: 'Rebut', departmentId: null }
  expect(createSavedReply.safeParse({ ...reply, text: { ca: ' ' } }).success).toBe(false)
  expect(createSavedReply.safeParse({ ...reply, text: { ca: 'a'.repeat(4_001) } }).success).toBe(false)
  expect(createSavedReply.safeParse({ ...reply, text: { ca: 'Rebut' } }).success).toBe(true)
})
