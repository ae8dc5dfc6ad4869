import { expect, test } from 'vitest'
import { nearestChoice } from './nearest.ts'

const choices = [
  { id: 'parks', label: 'Parcs i jardins', synonyms: ['arbres', 'gespa'] },
  { id: 'clean', label: 'Neteja viària', synonyms: ['escombraries'], otherLanguages: ['Limpieza'] },
  { id: 'light', label: 'Enllumenat', synonyms: ['fanal', 'una altra cosa'] },
]

test.each([
  ['hi ha un arbre caigut al carrer Major i no es pot passar', 'parks'],
  ['els escombriaires no han passat', 'clean'],
  ['limpiar la calle por favor', 'clean'],
  ['enllumenta', 'light'],
  ['una farola', null],
  ['un fanall trencat', 'light'],
  ['no ho sé', null],
  ['arbres i fanal', null],
  ['una jardinera', 'parks'],
  ['caca de gos', null],
  ['', null],
])('“%s” comes nearest to %s', (text, choice) => expect(nearestChoice(choices, text)).toBe(choice))
