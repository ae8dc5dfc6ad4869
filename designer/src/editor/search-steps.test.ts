import { nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { searchSteps } from './search-steps.ts'

const step = (id: string, type: string, config: Record<string, unknown>, name?: string) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  config: { ...nodeDefinition(type)?.blank, ...config },
  ...(name ? { name } : {}),
})
const steps = [
  step('a', 'message', { text: { ca: 'Demaneu cita prèvia', es: 'Pida cita previa' } }),
  step('b', 'menu', {
    options: [{ id: 'bins', label: { ca: 'Contenidors plens' }, description: {}, synonyms: { ca: ['brossa'] } }],
  }),
  step('c', 'message', { text: { ca: 'Gràcies' } }, 'Després de la cita'),
]

test.each([
  ['', ['a', 'b', 'c']],
  ['PREVIA', ['a']],
  ['pida', ['a']],
  ['brossa', ['b']],
  ['cita', ['a', 'c']],
  ['despres cita', ['c']],
  ['menú contenidors', ['b']],
  ['xocolata', []],
])('«%s» finds %j', (wanted, found) => {
  expect(searchSteps(steps, wanted, 'ca').map(({ id }) => id)).toEqual(found)
})
