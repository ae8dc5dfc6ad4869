import { expect, test } from 'vitest'
import { townHallIn } from './town-hall.ts'

test.each([
  ['ca', 'Manresa', 'Ajuntament de Manresa'],
  ['ca', 'Alzira', 'Ajuntament d’Alzira'],
  ['ca', 'Òdena', 'Ajuntament d’Òdena'],
  ['ca', 'Hostalric', 'Ajuntament d’Hostalric'],
  ['ca', 'el Prat de Llobregat', 'Ajuntament del Prat de Llobregat'],
  ['ca', 'Els Pallaresos', 'Ajuntament dels Pallaresos'],
  ['ca', 'la Bisbal', 'Ajuntament de la Bisbal'],
  ['ca', 'L’Hospitalet', 'Ajuntament de l’Hospitalet'],
  ['ca', 'Elx', 'Ajuntament d’Elx'],
  ['ca', 'Lleida', 'Ajuntament de Lleida'],
  ['es', 'El Escorial', 'Ayuntamiento de El Escorial'],
  ['it', 'Empoli', 'Comune di Empoli'],
  ['it', "L'Aquila", 'Comune dell’Aquila'],
  ['it', 'La Spezia', 'Comune della Spezia'],
  ['it', 'Imola', 'Comune di Imola'],
  ['en', 'Manresa', 'town hall of Manresa'],
] as const)('in %s the town hall of %s is called %s', (language, name, called) => {
  expect(townHallIn(language, name)).toBe(called)
})
