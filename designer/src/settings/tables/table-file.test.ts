import { createSheetReader, parsePastedRows, sheetColumns, sheetRows, type Table } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { decoded, readTableFile, tableCsv } from './table-file.ts'

const table: Table = {
  ...{ id: 'rota', name: 'Guàrdies', departmentId: null },
  columns: [
    { id: 'name', label: 'Nom', kind: 'localized', required: true },
    { id: 'phone', label: 'Telèfon', kind: 'phone', required: false },
    { id: 'sum', label: 'Import', kind: 'number', required: false },
  ],
  rows: [
    {
      ...{ id: 'a', from: '2026-03-02T09:00', to: '2026-03-08' },
      values: { name: { ca: 'Farmàcia "Nova"; centre', es: '=SUMA(A1)' }, phone: '+34 938 700 100', sum: 1.5 },
    },
    { id: 'b', from: null, to: null, values: { name: { ca: 'l·l à ñ €' } } },
  ],
}
const columns = sheetColumns(table, ['ca', 'es'])
const csv = tableCsv(sheetRows(table.rows, columns), columns, { from: 'Des de', to: 'Fins a' })
const bytesOf = (text: string, isBig: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (const at of Array(text.length).keys()) view.setUint16(at * 2, text.charCodeAt(at), !isBig)
  return new Uint8Array(view.buffer)
}

test('what goes out comes back as it was, and no spreadsheet runs it', () => {
  expect(csv).toContain('"\'=SUMA(A1)"')
  expect(csv).toContain('"\'+34 938 700 100"')
  const { rows, problems } = parsePastedRows(csv, table, 'ca')
  expect(problems).toEqual([])
  expect(rows.map(({ values }) => values)).toEqual(table.rows.map(({ values }) => values))
  expect(createSheetReader(columns, 'ca')(sheetRows(table.rows, columns)).rows).toEqual(table.rows)
})

const text = 'Nom;Telèfon\nFarmàcia;600'
test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
  ['Windows-1252', Uint8Array.from(text, letter => letter.charCodeAt(0))],
  ['UTF-16 little', bytesOf(text, false)],
  ['UTF-16 little with its mark', bytesOf(`\ufeff${text}`, false)],
  ['UTF-16 big', bytesOf(text, true)],
  ['UTF-16 big with its mark', bytesOf(`\ufeff${text}`, true)],
])('%s is read', (_encoding, bytes) => expect(decoded(bytes).replace('\ufeff', '')).toBe(text))

test.each([
  ['a workbook', new Blob(['PK\u0003\u0004']), 'spreadsheet'],
  ['no text', new Blob(['abc\0\0def']), 'not_text'],
  ['50 MB', { size: 50_000_000 } as Blob, 'too_long'],
  ['nothing', new Blob(['']), 'empty'],
  ['a quote without end', new Blob(['Nom\n"Farmàcia']), 'unclosed_quote'],
  ['a row too wide', new Blob(['Nom;Telèfon\nA;600\nB;600;x']), 'wrong_cell_count'],
])('%s is refused as a whole, with the reason', async (_what, file, code) => {
  const { rows, problems } = await readTableFile(file, table, 'ca')
  expect([rows, problems[0]?.code]).toEqual([[], code])
})
