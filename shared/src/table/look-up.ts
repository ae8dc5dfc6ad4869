import { addDays, townDateTime } from '../calendar.ts'
import type { Language } from '../language.ts'
import { normalize } from '../understand.ts'
import { type Cell, cellOf, isPlace, rowValue, span, type Table, type TableRow } from './table.ts'

export const tableWhens = ['any', 'now', 'today', 'tomorrow', 'this_week', 'upcoming'] as const
export type TableWhen = (typeof tableWhens)[number]

export interface TableQuery {
  /** `this_week` is from today to Sunday; `upcoming` is whatever is not over yet. */
  when: TableWhen
  /** Rows whose column says this, whatever its case and accents; a cell may list several, by comma or
   * semicolon. A value that says nothing fits no row. */
  match?: { column: string; value: unknown } | undefined
  /** A column id, or `from` for the first day of validity; without it, dated rows come by date, others as typed in. */
  sortBy?: string | undefined
  descending?: boolean | undefined
  limit?: number | undefined
  offset?: number | undefined
}

/** The rows that fit, a page of them, and how many there are in all. */
export function lookUp(
  table: Table,
  query: TableQuery,
  now: Date,
  timeZone: string,
  language: Language,
): { rows: TableRow[]; total: number } {
  const isWanted = validAt(query.when, now, timeZone)
  const { match, offset = 0, limit = table.rows.length } = query
  const wanted = match ? new Set(textsOf(match.value)) : null
  const found = table.rows.filter(row => isWanted(row) && (!wanted || matches(row, match?.column ?? '', wanted)))
  const sorted = sort(found, query, language)
  return { rows: sorted.slice(Math.max(0, offset), Math.max(0, offset) + Math.max(0, limit)), total: found.length }
}

function validAt(when: TableWhen, now: Date, timeZone: string): (row: TableRow) => boolean {
  if (when === 'any') return () => true
  const { date, time, weekday } = townDateTime(now, timeZone)
  const minute = `${date}T${time}`
  const between = (first: string, last: string) => (row: TableRow) => {
    const { from, to } = span(row)
    return from < `${last}T24:00` && to > `${first}T00:00`
  }
  switch (when) {
    case 'now':
      return row => span(row).from <= minute && minute < span(row).to
    case 'today':
      return between(date, date)
    case 'tomorrow':
      return between(addDays(date, 1), addDays(date, 1))
    case 'this_week':
      return between(date, addDays(date, 7 - weekday))
    case 'upcoming':
      return row => span(row).to > minute
  }
}

function matches(row: TableRow, column: string, wanted: ReadonlySet<string>): boolean {
  return textsOf(cellOf(row.values, column)).some(text => wanted.has(text))
}

/** Everything a value says, normalized: itself, the items of a list, each language of a localized text. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (typeof value === 'string') {
    return [value, ...value.split(/[,;]/)].map(normalize).filter(text => text !== '')
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf)
  return []
}

function sort(rows: readonly TableRow[], query: TableQuery, language: Language): TableRow[] {
  const isDated = query.when !== 'any' && query.when !== 'now'
  const column = query.sortBy ?? (isDated ? 'from' : undefined)
  if (column === undefined) return [...rows]
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const compare = (one: TableRow, other: TableRow): number => {
    if (column === 'from') return span(one).from.localeCompare(span(other).from)
    const [first, second] = [cellOf(one.values, column), cellOf(other.values, column)]
    if (typeof first === 'number' && typeof second === 'number') return first - second
    return collator.compare(sortText(one, column, first, language), sortText(other, column, second, language))
  }
  return rows.toSorted((one, other) => (query.descending ? compare(other, one) : compare(one, other)))
}

const sortText = (row: TableRow, column: string, value: Cell, language: Language): string =>
  isPlace(value) ? (value.name ?? value.address ?? '') : rowValue(row, column, language, language)
