import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasKeyword, normalize, wordsOf } from '../understand.ts'

it.each([
  ['  Àngel,  ÑANDÚ!  ', 'angel nandu'],
  ['Col·legi', 'collegi'],
  ['COL·LEGI', 'collegi'],
  ['co\u0140legi', 'collegi'],
  ['l’Hospitalet de l’Infant', 'l hospitalet de l infant'],
  ['Straße', 'strasse'],
  ['plaça', 'placa'],
  ['👋🏽 hola 👨‍👩‍👧', 'hola'],
  ['h\u200bo\u00adla', 'hola'],
  ['🔟', '10'],
  ['', ''],
])('%j normalizes to %j', (text, normal) => {
  expect(normalize(text)).toBe(normal)
})

it('splits a text into words', () => {
  expect(wordsOf('Bon dia, Anna!')).toEqual(['bon', 'dia', 'anna'])
  expect(wordsOf(' ¡! ')).toEqual([])
})

it.each([
  ['ALTA', 'alta', 'exact', true],
  ['Alta!', 'ALTA', 'exact', true],
  ['ALTA 600123123', 'ALTA', 'exact', false],
  ['ALTA 600123123', 'ALTA', 'any_word', true],
  ['vull donar-me de baixa', 'baixa', 'any_word', true],
  ['altament', 'alta', 'any_word', false],
  ['vull ATTIVA  ISCRIZIONE ara', 'attiva iscrizione', 'any_word', true],
  ['disattiva iscrizione', 'attiva iscrizione', 'any_word', false],
  ['hola', '', 'any_word', false],
  ['', '', 'exact', false],
  ['🆘', '🆘', 'exact', true],
  ['ajuda 🆘', '🆘', 'any_word', true],
] as const)('%j has the keyword %j (%s): %s', (text, keyword, mode, has) => {
  expect(hasKeyword(text, keyword, mode)).toBe(has)
})

it('normalizes plain text as it does any other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), text => {
      expect(normalize(`${text} é`)).toBe(`${normalize(text)} e`.trim())
    }),
  )
})
