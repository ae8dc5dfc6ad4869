import { describe, expect, test } from 'vitest'
import { addressOf, newWords } from './row-words.ts'

describe('the second line of a row', () => {
  test.each<[string, string[], string[]]>([
    ['Enllumenat públic: Carrer del Bruc, 3', ['Enllumenat públic', 'Carrer del Bruc, 3'], []],
    [
      'Un fanal apagat',
      ['Enllumenat públic', 'Enllumenat públic', 'Carrer del Bruc, 3'],
      ['Enllumenat públic', 'Carrer del Bruc, 3'],
    ],
    ['ENLLUMENAT PÚBLIC', ['Enllumenat públic'], []],
    ['Neteja', ['', 'Via pública'], ['Via pública']],
  ])('after «%s»', (title, candidates, expected) => {
    expect(newWords(title, candidates)).toEqual(expected)
  })
})

describe('a place in words', () => {
  const place = { latitude: 41.7, longitude: 1.8, name: null, address: null }
  test.each([
    [{ ...place, name: 'C/ Bruc', address: 'C/ Bruc' }, 'C/ Bruc'],
    [{ ...place, name: 'Ateneu', address: 'C/ Bruc, 3' }, 'Ateneu, C/ Bruc, 3'],
    [place, ''],
    [null, ''],
  ])('%#', (given, expected) => {
    expect(addressOf(given)).toBe(expected)
  })
})
