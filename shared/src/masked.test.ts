import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['vull parlar amb algú', 'vull parlar amb algú'],
  ['truqueu-me al 644 40 18 39', 'truqueu-me al •••'],
  ['+34-644-401-839', '•••'],
  ['el meu DNI és 12345678Z', 'el meu DNI és •••'],
  ['el meu DNI és 12.345.678-Z', 'el meu DNI és •••'],
  ['NIE X-1234567-L', 'NIE •••'],
  ['644  401  839', '•••'],
  ['644 - 40 - 18 - 39', '•••'],
  ['644,401,839', '•••'],
  ['644_401_839', '•••'],
  ['6 4 4 4 0 1 8 3 9', '•••'],
  ['ES91 2100 0418 4502 0005 1332', '•••'],
  ['IBAN: IT60 X054 2811 1010 0000 0123 456', 'IBAN: •••'],
  ['CF: RSSMRA80A01H501U', 'CF: •••'],
  ['nuria puig @ correu.example', 'nuria ••• ••• •••'],
  ['de 9h30 a 13h30, de dilluns a 5', 'de 9h30 a 13h30, de dilluns a 5'],
  ['de 10 a 12 i de 16 a 18', 'de 10 a 12 i de 16 a 18'],
  ['nuria(@)correu.example', '•••'],
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
