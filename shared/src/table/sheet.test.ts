import { describe, expect, test } from 'vitest'
import { createSheetReader, sheetColumns, sheetRows } from './sheet.ts'
import { blockOf, copied, pasted, withoutTexts, withTexts } from './sheet-edits.ts'
import type { TableColumn, TableRow } from './table.ts'

const column = (id: string, kind: TableColumn['kind'], more: Partial<TableColumn> = {}): TableColumn => ({
  ...{ id, label: id, kind, required: false },
  ...more,
})
const table = {
  columns: [
    column('name', 'localized', { required: true }),
    column('phone', 'phone', { unique: true }),
    column('day', 'date'),
    column('kind', 'choice', { choices: ['Farmàcia', 'Mercat'] }),
    column('place', 'place'),
  ],
}
const columns = sheetColumns(table, ['ca', 'es'])
const place = { latitude: 41.7, longitude: 1.8, name: 'Sala Gran', address: 'Plaça Major, 1' }
const row: TableRow = {
  ...{ id: 'a', from: '2026-03-02T09:00', to: '2026-03-08' },
  values: { name: { ca: 'Mercat', es: 'Mercado' }, phone: '938 700 100', place },
}
let ids = 0
const newId = () => {
  ids += 1
  return `new-${ids}`
}
const faultsOf = (texts: Record<string, string>, more: Record<string, string>[] = []) => {
  const rows = [texts, ...more].map((each, at) => ({ id: `r${at}`, texts: { 'name:ca': 'x', ...each }, was: null }))
  return createSheetReader(columns, 'ca')(rows).faults.map(({ rowId, key, code }) => `${rowId} ${key} ${code}`)
}

test('a localized column is one column for each language, behind validity', () => {
  const keys = ['from', 'to', 'name:ca', 'name:es', 'phone', 'day', 'kind', 'place']
  expect(columns.map(({ key }) => key)).toEqual(keys)
})

test('what nobody touches comes back as it was, a place with its name as well', () => {
  const { rows, faults } = createSheetReader(columns, 'ca')(sheetRows([row], columns))
  expect([rows, faults]).toEqual([[row], []])
})

test('days are read as people write them, and so are choices', () => {
  const rows = withTexts(
    sheetRows([row], columns),
    columns,
    { row: 0, column: 4 },
    [['600', '3/4/2026', 'mercat']],
    newId,
  )
  const [read] = createSheetReader(columns, 'ca')(rows).rows
  expect(read?.values).toMatchObject({ phone: '600', day: '2026-04-03', kind: 'Mercat' })
})

describe('faults are told at their cell', () => {
  test.each([
    [{ day: '31/2/2026' }, ['r0 day invalid_date']],
    [{ from: 'demà' }, ['r0 from invalid_date']],
    [{ from: '2026-03-02', to: '2026-03-01' }, ['r0 to ends_before_it_begins']],
    [{ kind: 'Botiga' }, ['r0 kind invalid_choice']],
    [{ phone: 'cap' }, ['r0 phone invalid_phone']],
    [{ 'name:ca': '' }, ['r0 name:ca missing_value']],
    [{ 'name:ca': '', 'name:es': 'Mercado' }, []],
  ])('%j', (texts, expected) => expect(faultsOf(texts)).toEqual(expected))

  test('the second of two that say the same', () => {
    expect(faultsOf({ phone: '600' }, [{ phone: '600' }, {}, {}])).toEqual(['r1 phone duplicate_value'])
  })
})

test('a block pasted at the last row adds rows, and what stands right of the table is left out', () => {
  const rows = withTexts(sheetRows([row], columns), columns, { row: 0, column: 7 }, [['A', 'x'], ['B']], newId)
  expect(rows.map(({ texts }) => texts.place)).toEqual(['A', 'B'])
})

test('emptying a block empties nothing else', () => {
  const [left] = withoutTexts(sheetRows([row], columns), columns, blockOf({ row: 0, column: 3 }, { row: 0, column: 2 }))
  expect(left?.texts).toMatchObject({ 'name:ca': '', 'name:es': '', phone: '938 700 100' })
})

test('what is copied is pasted as it was: formulas, tabs, line ends and quotes', () => {
  const texts = [
    ['=1+1', '+34 600'],
    ['a\tb', 'diu "hola"\ni prou'],
    ['', 'x'],
  ]
  const rows = withTexts([], columns, { row: 0, column: 2 }, texts, newId)
  const text = copied(rows, columns, blockOf({ row: 0, column: 2 }, { row: 2, column: 3 }))
  expect(text).toContain("'=1+1\t'+34 600")
  expect(pasted(text)).toEqual(texts)
})

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['Carrer Major, 3\nPlaça, 1', [['Carrer Major, 3'], ['Plaça, 1']]],
  ['"sense final\tb', [['"sense final', 'b']]],
])('%j from a spreadsheet', (text, cells) => expect(pasted(text)).toEqual(cells))

test('reading 5,000 rows again after one was changed takes no time', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    ...row,
    id: `r${at}`,
    values: { ...row.values, phone: `${at}00` },
  }))
  const read = createSheetReader(columns, 'ca')
  const rows = sheetRows(many, columns)
  expect(read(rows).faults).toEqual([])
  const began = performance.now()
  read(withTexts(rows, columns, { row: 7, column: 4 }, [['1']], newId))
  expect(performance.now() - began).toBeLessThan(150)
})
