import { townDateTime } from '../calendar.ts'
import { span, type Table } from './table.ts'

const DAY_MS = 86_400_000

export type TableWarning =
  | { code: 'empty' }
  /** The last row ends on `date`, `days` from today; negative when it is over. */
  | { code: 'runs_out'; date: string; days: number }
  /** Two rows of a rota are valid at once from `at` on. */
  | { code: 'overlap'; rowIds: [string, string]; at: string }
  /** No row of a rota is valid from `at` until the row `rowId` begins. */
  | { code: 'gap'; rowId: string; at: string }

/** What to tell the department about a table's dates. `isRota` says that exactly one row must be valid at any time. */
export function tableWarnings(
  table: Table,
  now: Date,
  timeZone: string,
  { withinDays = 14, isRota = false }: { withinDays?: number; isRota?: boolean } = {},
): TableWarning[] {
  if (table.rows.length === 0) return [{ code: 'empty' }]
  const { date, time } = townDateTime(now, timeZone)
  return [...runsOut(table, date, withinDays), ...(isRota ? rotaFaults(table, `${date}T${time}`) : [])]
}

function runsOut({ rows }: Table, today: string, withinDays: number): TableWarning[] {
  if (rows.some(row => row.to === null)) return []
  const last = rows.map(row => row.to ?? '').reduce((one, other) => (endOf(one) > endOf(other) ? one : other))
  const date = last.slice(0, 10)
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)
  return days <= withinDays ? [{ code: 'runs_out', date, days }] : []
}

const endOf = (to: string): string => span({ from: null, to }).to

/** Overlaps and gaps that are not over yet. */
function rotaFaults({ rows }: Table, now: string): TableWarning[] {
  const shifts = rows
    .map(row => ({ id: row.id, from: nextDay(span(row).from), to: nextDay(span(row).to) }))
    .filter(shift => shift.to > now)
    .sort((one, other) => one.from.localeCompare(other.from))
  const warnings: TableWarning[] = []
  let latest = shifts[0]
  for (const shift of shifts.slice(1)) {
    if (!latest) break
    if (shift.from < latest.to) warnings.push({ code: 'overlap', rowIds: [latest.id, shift.id], at: shift.from })
    if (shift.from > latest.to) warnings.push({ code: 'gap', rowId: shift.id, at: latest.to })
    if (shift.to > latest.to) latest = shift
  }
  return warnings
}

/** 24:00 as 00:00 of the day after, so that a row until a day and one from the next day meet. */
function nextDay(minute: string): string {
  if (!minute.endsWith('T24:00') || minute.startsWith('9999')) return minute
  return `${new Date(Date.parse(minute.slice(0, 10)) + DAY_MS).toISOString().slice(0, 10)}T00:00`
}
