import { answerName } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { toAnswerName } from './to-answer-name.ts'

test.each([
  ['carrer', 'carrer'],
  ['Data de la cita', 'data_de_la_cita'],
  ['Col·lectiu', 'collectiu'],
  ['Adreça', 'adreca'],
  ['L’hora', 'lhora'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%j becomes the name %j', (typed, expected) => {
  expect(toAnswerName(typed)).toBe(expected)
  expect(answerName.safeParse(expected).success).toBe(true)
})

test('a name under way is not spoilt: the underscore just typed stays', () => {
  expect(toAnswerName('data_')).toBe('data_')
})
