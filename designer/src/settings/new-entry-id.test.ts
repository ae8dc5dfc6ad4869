import { expect, test } from 'vitest'
import { newEntryId } from './new-entry-id.ts'

test.each([
  ['Via pública', [], 'via-publica'],
  ['Col·legis i l’escola', [], 'collegis-i-lescola'],
  ['Parcs', ['parcs', 'parcs-2'], 'parcs-3'],
  ['  ¿?  ', [], 'entry'],
  ['Constructor', [], 'constructor-2'],
  ['x'.repeat(80), [], 'x'.repeat(40)],
])('%s gets an id of its own (%#)', (name, taken, id) => {
  expect(newEntryId(name, taken)).toBe(id)
})
