import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookUp, type TableWhen, tableWhens } from './look-up.ts'
import { mostRows } from './most-rows.ts'
import type { Table } from './table.ts'

const day = fc.integer({ min: 1, max: 28 }).map(number => `2026-11-${String(number).padStart(2, '0')}`)
const moment = fc.oneof(
  day,
  fc.tuple(day, fc.constantFrom('08:00', '12:30', '21:00')).map(parts => parts.join('T')),
)
const rows = fc.array(fc.record({ from: fc.option(moment), to: fc.option(moment) }), { maxLength: 12 })
const tableOf = (dated: { from: string | null; to: string | null }[]): Table => ({
  id: 'torns',
  name: 'Torns',
  columns: [{ id: 'nom', label: 'Nom', kind: 'text', required: false }],
  rows: dated.map((row, index) => ({ id: String(index), values: {}, ...row })),
  departmentId: null,
})

test('at no moment are more rows found', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom<TableWhen>(...tableWhens), day, fc.nat(23), (dated, when, date, hour) => {
      const table = tableOf(dated)
      const now = new Date(`${date}T${String(hour).padStart(2, '0')}:15:00Z`)
      expect(lookUp(table, { when }, now, 'Europe/Madrid', 'ca').total).toBeLessThanOrEqual(mostRows(table, when))
    }),
  )
})

test('a rota with one row a day finds one a day', () => {
  const rota = tableOf(
    Array.from({ length: 20 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`).map(at => ({
      from: at,
      to: at,
    })),
  )
  expect([mostRows(rota, 'now'), mostRows(rota, 'today'), mostRows(rota, 'this_week'), mostRows(rota, 'any')]).toEqual([
    1, 1, 7, 20,
  ])
})
