import { addDays, type Cell, type ColumnKind, type TableColumn, type TableRow, townDate } from '@pregoner/shared'

/** A column that must be filled in, unless said otherwise. */
export const column = (id: string, label: string, kind: ColumnKind, required = true): TableColumn => ({
  id,
  label,
  kind,
  required,
})

/** Rows that are always valid, numbered in order. */
export const lastingRows = (prefix: string, list: readonly Record<string, Cell>[]): TableRow[] =>
  list.map((values, index) => ({ id: `${prefix}-${index + 1}`, from: null, to: null, values }))

/** Rows that hold from one day to another, counted in days from `now`. */
export const datedRows = (
  prefix: string,
  now: Date,
  timeZone: string,
  list: readonly (readonly [firstDay: number, lastDay: number, values: Record<string, Cell>])[],
): TableRow[] => {
  const today = townDate(now, timeZone)
  return list.map(([firstDay, lastDay, values], index) => ({
    id: `${prefix}-${index + 1}`,
    from: addDays(today, firstDay),
    to: addDays(today, lastDay),
    values,
  }))
}
