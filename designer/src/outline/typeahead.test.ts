import { expect, test } from 'vitest'
import { createTypeahead } from './typeahead.ts'

const lines = [
  { key: 'a', text: 'Àgora', number: 1 },
  { key: 'a x', text: 'Parcs', number: null },
  { key: 'b', text: 'Platja', number: 2 },
  { key: 'c', text: 'Pla de barris', number: 12 },
]

test('letters find the next line that begins with them, whatever the accents', () => {
  const find = createTypeahead()
  expect(find('a', 0, lines, 'c')).toBe('a')
  expect(find('p', 2000, lines, 'a')).toBe('a x')
  expect(find('l', 2100, lines, 'a x')).toBe('b')
  expect(find('a', 2200, lines, 'b')).toBe('b')
  expect(find(' ', 2300, lines, 'b')).toBe('c')
  expect(find('z', 9000, lines, 'b')).toBe(null)
})

test('the same letter again walks from match to match and around', () => {
  const find = createTypeahead()
  expect(find('p', 0, lines, 'a')).toBe('a x')
  expect(find('p', 100, lines, 'a x')).toBe('b')
  expect(find('p', 200, lines, 'b')).toBe('c')
  expect(find('p', 300, lines, 'c')).toBe('a x')
})

test('digits go to the step with that number', () => {
  const find = createTypeahead()
  expect(find('1', 0, lines, 'b')).toBe('a')
  expect(find('2', 100, lines, 'a')).toBe('c')
})
