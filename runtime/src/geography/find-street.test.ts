import { expect, test } from 'vitest'
import { createStreetFinder } from './find-street.ts'

const find = createStreetFinder(
  [
    'Carrer de Guimerà',
    'Plaça Major',
    'Carrer Major de Dalt',
    'Passeig de Pere III',
    'Via del Giglio',
    'Carrer de la',
  ].map(name => ({ name, at: [1.8, 41.7] })),
)

test.each([
  ['C/ Guimerà, 12, 2n 1a', 'Carrer de Guimerà'],
  ['guimera 12', 'Carrer de Guimerà'],
  ['Al carrer de GUIMERÀ davant de la font', 'Carrer de Guimerà'],
  ['pl. major', 'Plaça Major'],
  ['Major de dalt, 3', 'Carrer Major de Dalt'],
  ['Pg. Pere III cantonada Guimerà', 'Passeig de Pere III'],
  ['via del giglio 5', 'Via del Giglio'],
  ['Guimeràs 4', null],
  ['davant de casa', null],
  ['', null],
])('%j is in %j', (address, name) => {
  expect(find(address)?.name ?? null).toBe(name)
})
