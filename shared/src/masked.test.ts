import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['vull parlar amb algú', 'vull parlar amb algú'],
  ['truqueu-me al 644 40 18 39', 'truqueu-me al •••'],
  ['+34-644-401-839', '•••'],
  ['el meu DNI és 12345678Z', 'el meu DNI és •••'],
  ['ES9121000418450200051332 si us plau', '••• si us plau'],
  ['escriviu a nuria.puig@correu.example, gràcies', 'escriviu a ••• gràcies'],
  ['el bus 12 de les 10:30', 'el bus 12 de les 10:30'],
  ['plaça Major 12345', 'plaça Major 12345'],
  ['2 3', '2 3'],
])('%s', (text, shown) => expect(masked(text)).toBe(shown))

test('a long run of digits is masked in linear time', () => {
  const begun = performance.now()
  masked('1 '.repeat(30_000))
  masked('1234 a '.repeat(10_000))
  masked(`${'a'.repeat(30_000)} ${'@'.repeat(30_000)}`)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
