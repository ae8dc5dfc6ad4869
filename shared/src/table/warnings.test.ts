import { describe, expect, it } from 'vitest'
import { type Table, type TableRow, tableWarnings } from '../table.ts'

const NOW = new Date('2026-10-07T20:30:00Z') // Wednesday, 22:30 in Madrid

describe('warnings about a table', () => {
  const row = (id: string, from: string, to: string): TableRow => ({ id, from, to, values: {} })
  const withRows = (...rows: TableRow[]): Table => ({
    id: 'duty',
    name: 'Guàrdies',
    columns: [],
    rows,
    departmentId: null,
  })
  const day = (id: string, date: string) => row(id, date, date)
  const warn = (of: Table, isRota = true) => tableWarnings(of, NOW, 'Europe/Madrid', { isRota })

  it('tell when the rota runs out or has run out', () => {
    expect(warn(withRows(day('a', '2026-10-21')), false)).toEqual([{ code: 'runs_out', date: '2026-10-21', days: 14 }])
    expect(warn(withRows(day('a', '2026-10-22')), false)).toEqual([])
    expect(warn(withRows(day('a', '2026-10-06')), false)).toEqual([{ code: 'runs_out', date: '2026-10-06', days: -1 }])
    expect(warn(withRows(day('a', '2026-10-08'), { ...day('b', '2026-10-08'), to: null }), false)).toEqual([])
    expect(warn(withRows())).toEqual([{ code: 'empty' }])
  })

  it('tell overlaps and gaps of a rota that are still to come', () => {
    const rota = withRows(
      row('late', '2026-10-09T09:00', '2026-11-30'),
      day('old', '2026-10-01'),
      day('old too', '2026-10-01'),
      row('long', '2026-10-07', '2026-10-08'),
      day('twice', '2026-10-08'),
    )
    expect(warn(rota)).toEqual([
      { code: 'overlap', rowIds: ['long', 'twice'], at: '2026-10-08T00:00' },
      { code: 'gap', rowId: 'late', at: '2026-10-09T00:00' },
    ])
    expect(warn(rota, false)).toEqual([])
  })

  it('are silent about days that follow one another', () => {
    const days = Array.from({ length: 24 }, (_, at) => day(`d${at}`, `2026-10-${String(at + 7).padStart(2, '0')}`))
    expect(warn(withRows(...days))).toEqual([])
  })
})
