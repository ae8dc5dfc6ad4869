import { expect, test } from 'vitest'
import { placeFromText } from './place-from-text.ts'

const point = (latitude: number, longitude: number) => ({ latitude, longitude, name: null, address: null })
const address = (words: string) => ({ latitude: null, longitude: null, name: null, address: words })

test.each([
  ['', null],
  ['   ', null],
  ['41.7251, 1.8262', point(41.7251, 1.8262)],
  ['41,7251; 1,8262', point(41.7251, 1.8262)],
  ['-41.5 -1.25', point(-41.5, -1.25)],
  ['95, 1.8', address('95, 1.8')],
  ['Carrer del Bruc, 12', address('Carrer del Bruc, 12')],
  ['  Plaça Major  ', address('Plaça Major')],
])('%j is read as %j', (typed, expected) => {
  expect(placeFromText(typed)).toEqual(expected)
})
