import { readCsv } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { csvHeaders, csvLine, csvOf, harmless } from './csv.ts'

test.each([
  '=1+1',
  '+34 600',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  '﹢1',
  '﹣1',
  '﹦1',
  '﹫a',
  '−1',
  '\u00a0=1',
  '\u3000＝1',
  '=HYPERLINK("http://x.example";"mira")',
  "=cmd|' /C calc'!A0",
  ' =1',
  '\u200b=1',
  '\u202e=1',
  '\ufeff=1',
])('%j is never run as a formula', text => {
  expect(harmless(text)).toBe(`'${text}`)
})

test.each(['Carrer Major, 3', 'a=b', '3-4', "l'avi", ''])('%j stays as it is', text => {
  expect(harmless(text)).toBe(text)
})

test('numbers stay numbers, negative ones too, and texts are quoted', () => {
  expect(csvOf([['Tema', 1, -2.5, null, true]])).toBe('\ufeff"Tema",1,-2.5,,true\r\n')
})

test('what was written is read back, quotes, commas and line ends with it', () => {
  const rows = [
    ['a,b', 'diu "hola"', 'dues\nratlles', '=1'],
    ['', 'ñ · l·l', ' ', "'"],
  ]
  const { records } = readCsv(csvOf(rows), { isExact: true })
  expect(records.map(({ cells }) => cells)).toEqual([
    ['a,b', 'diu "hola"', 'dues\nratlles', "'=1"],
    ['', 'ñ · l·l', ' ', "'"],
  ])
})

test.each(['comma', 'semicolon'] as const)(
  'what ends a cell or a line inside a text begins no other one: %s',
  style => {
    const tricky = ['a;=1+1', 'a,=1+1', 'a\r\n=1+1', 'a";"=1+1', 'a","=1+1']
    const { records } = readCsv(`${csvLine(['a', 'b', 'c', 'd', 'e'], style)}${csvLine(tricky, style)}`, {
      isExact: true,
    })
    expect(records[1]?.cells).toEqual(tricky.map(text => text.replace('\r\n', '\n')))
  },
)

test('the name of a file holds nothing but plain letters', () => {
  expect(csvHeaders('vila "2026"\r\nx.csv')['content-disposition']).toBe('attachment; filename="vila-2026-x.csv"')
})
