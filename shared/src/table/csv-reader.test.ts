import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { createCsvReader } from './csv-reader.ts'

const inPieces = (text: string, size: number) => {
  const reader = createCsvReader()
  const records = []
  for (let at = 0; at < text.length; at += size)
    records.push(...reader.read(text.slice(at, at + size), at + size >= text.length))
  return { records, unclosedAt: reader.unclosedAt() }
}

test.each([
  ['semicolons and Windows line ends', 'a;b\r\n1;2\r\n\r\n3;4\r\n'],
  ['quotes with commas, lines and quotes in them', '\ufeffa,b\n"x, ""y""\nz","2"\n"",3'],
  ['tabs and old Mac line ends', 'a\tb\r1\t2\r3\t4'],
  ['no end of the last line', 'a;b\n1;2'],
  ['nothing', ''],
  ['a quote that never ends', 'a;b\n1;2\n"x;3\n4;5'],
])('%s are read in pieces of any size as at once', (_what, text) => {
  for (const size of [1, 2, 3, 7, 1_000]) expect(inPieces(text, size)).toEqual(readCsv(text))
})

test('a quote that never ends does not gather the whole file', () => {
  const reader = createCsvReader()
  reader.read('a;b\n1;2\n"x', false)
  for (let count = 0; count < 40; count += 1) expect(reader.read('x'.repeat(2_000), false)).toEqual([])
  expect(reader.unclosedAt()).toBe(3)
})
