import { expect, test } from 'vitest'
import { findMentions, mentionsIn } from './mention.ts'

const people = ['Laia Mas', 'Laia Masdeu', 'Núria Pla', 'Pau'].map(name => ({ name }))

test.each<[string, string[]]>([
  ['@Laia Mas pots mirar-ho?', ['Laia Mas']],
  ['@laia masdeu, i tu?', ['Laia Masdeu']],
  ['Ho sap @Núria Pla.', ['Núria Pla']],
  ['Ho sap @Nu\u0301ria Pla.', ['Núria Pla']],
  ['@Pau @Pau (@Laia Mas)', ['Pau', 'Laia Mas']],
  ['Laia Mas ho sap', []],
  ['@Paula no hi és', []],
  ['escriviu a oficina@pau.example', []],
  ['@', []],
  ['', []],
])('«%s» asks for %j', (text, expected) => {
  expect(mentionsIn(text, people).map(({ name }) => name)).toEqual(expected)
})

test.each([
  ['@laia mas i @Nu\u0301ria Pla.', ['@laia mas', '@N\u00faria Pla']],
  ['İ @Pau, a@pau', ['@Pau']],
])('in «%s» the names stand at %j', (text, expected) => {
  const composed = text.normalize('NFC')
  expect(findMentions(text, people).map(({ from, to }) => composed.slice(from, to))).toEqual(expected)
})

test('two people of one name are both asked', () => {
  const both = [
    { name: 'Pau', id: '1' },
    { name: 'Pau', id: '2' },
  ]
  expect(mentionsIn('@Pau?', both)).toEqual(both)
})

test('somebody without a name is never meant', () => {
  expect(mentionsIn('@ hola', [{ name: '' }])).toEqual([])
})
