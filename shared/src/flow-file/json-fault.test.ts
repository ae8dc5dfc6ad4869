import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

test.each([
  ['{"a": 1,}', 1, 9, false],
  ['{"a": 1\n "b": 2}', 2, 2, false],
  ['{\n\n  a: 1}', 3, 3, false],
  ['[1, 2', 1, 6, true],
  ['{"a": "half', 1, 12, true],
  ['{"a": {"b": [1', 1, 15, true],
  ['{"a": 01}', 1, 8, false],
  ['{"a": "x\ny"}', 1, 9, false],
  ['{"a": "\\q"}', 1, 8, false],
  ['{"a": undefined}', 1, 7, false],
  ['[1]]', 1, 4, false],
  ['{"a": 1} trailing', 1, 10, false],
  ['<html></html>', 1, 1, false],
  ['{"a" 1}', 1, 6, false],
  ['{"a": }', 1, 7, false],
  ['[}', 1, 2, false],
  ['', 1, 1, true],
])('%j breaks at line %i, column %i', (text, line, column, isCut) => {
  expect(jsonFault(text)).toEqual({ line, column, isCut })
})

test('a text cut anywhere is said to be cut, or broken at its end', () => {
  const text = JSON.stringify({ a: [1, { b: 'c"d\\', e: null }, true], f: -1.5e3 }, null, 2)
  for (let length = 1; length < text.length; length++) {
    const cut = text.slice(0, length)
    const { line, column, isCut } = jsonFault(cut)
    const end = cut.split('\n')
    expect(isCut || line === end.length).toBe(true)
    expect(column).toBeGreaterThan(0)
  }
})

test('whatever JSON.parse refuses has a place inside the text', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', '}', ',', '"', '\\', '\u0000', 'x'), (json, at, put) => {
      const place = at % (json.length + 1)
      const text = json.slice(0, place) + put + json.slice(place + 1)
      try {
        JSON.parse(text)
      } catch {
        const { line, column } = jsonFault(text)
        expect(line).toBeLessThanOrEqual(text.split('\n').length)
        expect(column).toBeLessThanOrEqual(text.length + 1)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a million brackets do not overflow', () => {
  expect(jsonFault('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001, isCut: true })
})
