import { describe, expect, test } from 'vitest'
import { textLength } from './text-length.ts'

describe('the length of a text', () => {
  test.each([
    ['', 0, 0],
    ['Bon dia', 7, 7],
    ['Col·legi d’èxit', 15, 15],
    ['👩‍🚒 sí', 4, 4],
    ['Hola, {{contact.name}}!', 7, 47],
    ['{{today|date}}', 0, 40],
    ['Som {{town.name}}', 4, 14],
    ['👋 {{nom|default:"veïna"}}', 2, 42],
    ['una {{clau oberta', 17, 17],
  ])('%j is from %i to %i characters', (text, least, most) => {
    expect(textLength(text, { townName: 'Ciutadella' })).toEqual({ least, most })
  })

  test('written as it is counts its braces', () => {
    expect(textLength('{{nom}}', { isPlain: true })).toEqual({ least: 7, most: 7 })
  })
})
