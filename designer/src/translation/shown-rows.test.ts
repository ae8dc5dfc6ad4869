import { expect, test } from 'vitest'
import type { Row } from './rows.ts'
import { countOf, type Look, shownIds } from './shown-rows.ts'

const row = (id: string, values: Row['values'], more: Partial<Row> = {}): Row => ({
  ...{ id, node: id, field: 'text', kind: 'text', values, maxChars: 10, isRequired: true },
  ...{ isPlain: false, isShared: false, mayDegrade: false, ...more },
})
const rows = [
  row('whole', { ca: 'Bon dia', es: 'Hola' }),
  row('half', { ca: 'Adéu' }),
  row('long', { ca: 'Una frase massa llarga', es: 'Frase' }),
  row('optional', {}, { isRequired: false }),
]
const published = new Map(rows.map(({ id, values }) => [id, id === 'whole' ? { ...values, es: 'Buenas' } : values]))
const look: Look = {
  ...{ filter: 'all', search: '', languages: ['ca', 'es'], townName: 'Vila', published },
  titleOf: ({ id }) => `Pas ${id}`,
}

test.each<[string, Partial<Look>, string[]]>([
  ['everything, missing first', {}, ['half', 'whole', 'long', 'optional']],
  ['what is missing', { filter: 'missing' }, ['half']],
  ['what is missing in one language', { filter: 'missing', languages: ['ca'] }, []],
  ['what is too long', { filter: 'too_long' }, ['long']],
  ['what has changed', { filter: 'changed' }, ['whole']],
  ['what has changed when nothing is published', { filter: 'changed', published: null }, []],
  ['what says a word, without its accents', { search: 'ADEU' }, ['half']],
  ['what stands in a step', { search: 'pas long' }, ['long']],
])('%s is shown', (_what, more, ids) => {
  expect(shownIds(rows, { ...look, ...more })).toEqual(ids)
})

test('what there is of each kind is counted', () => {
  expect((['all', 'missing', 'too_long', 'changed'] as const).map(filter => countOf(rows, filter, look))).toEqual([
    4, 1, 1, 1,
  ])
})
