import { type Language, textIn } from '../language.ts'
import { readCell, readMoment } from './paste.ts'
import {
  type Cell,
  type ColumnKind,
  cellOf,
  isBlank,
  isLocalized,
  isPlace,
  repeatedCells,
  span,
  type Table,
  type TableColumn,
  type TableRow,
} from './table.ts'

/** A column as an officer sees it: validity, a column of the table, or one language of it. */
export interface SheetColumn {
  /** `from`, `to`, the column's id, or id and language as in `name:es`. */
  key: string
  label: string
  column: TableColumn | null
  language: Language | null
}

/** A row while it is edited: whatever was typed, right or wrong. */
export interface SheetRow {
  id: string
  texts: { readonly [key: string]: string }
  /** The row as it was saved; cells whose text was not touched keep all they held. */
  was: TableRow | null
}

export interface CellFault {
  rowId: string
  key: string
  code: 'missing_value' | 'ends_before_it_begins' | 'duplicate_value' | `invalid_${ColumnKind}`
}

/** The columns an officer edits: both ends of validity first, a localized column once for each language. */
export function sheetColumns({ columns }: Pick<Table, 'columns'>, languages: readonly Language[]): SheetColumn[] {
  const validity = (['from', 'to'] as const).map(key => ({ key, label: '', column: null, language: null }))
  const own = columns.flatMap((column): SheetColumn[] => {
    const { id, label, kind } = column
    if (kind !== 'localized') return [{ key: id, label: label || id, column, language: null }]
    return languages.map(language => ({ key: `${id}:${language}`, label: label || id, column, language }))
  })
  return [...validity, ...own]
}

/** Rows as texts to edit; days as `2026-03-01`, with a time after a space where they have one. */
export const sheetRows = (rows: readonly TableRow[], columns: readonly SheetColumn[]): SheetRow[] =>
  rows.map(row => ({ id: row.id, texts: textsOf(row, columns), was: row }))

const textsOf = (row: TableRow, columns: readonly SheetColumn[]) =>
  Object.fromEntries(columns.map(column => [column.key, textOf(row, column)]))

function textOf(row: TableRow, { key, column, language }: SheetColumn): string {
  if (!column) return ((key === 'from' ? row.from : row.to) ?? '').replace('T', ' ')
  const value = cellOf(row.values, column.id)
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (isPlace(value)) {
    if (value.latitude === null || value.longitude === null) return value.address ?? value.name ?? ''
    return `${value.latitude}, ${value.longitude}`
  }
  return language ? textIn({ [language]: value[language] ?? '' }, language, language) : ''
}

interface ReadRow {
  row: TableRow
  faults: CellFault[]
}

/** Reads edited rows back as rows of a table, and what is wrong with which cell. A row that was read is not read again. */
export function createSheetReader(columns: readonly SheetColumn[], language: Language) {
  const known = new WeakMap<SheetRow, ReadRow>()
  const uniques = columns.filter(({ column }) => column?.unique)

  function read(row: SheetRow): ReadRow {
    const before = known.get(row)
    if (before) return before
    const made = readRow(row, columns, language)
    known.set(row, made)
    return made
  }

  return (rows: readonly SheetRow[]): { rows: TableRow[]; faults: CellFault[] } => {
    const made = rows.map(read)
    const whole = made.map(({ row }) => row)
    const repeated = uniques.flatMap(({ key, column }) =>
      repeatedCells(whole, column?.id ?? '').map((at): CellFault => {
        return { rowId: whole[at]?.id ?? '', key, code: 'duplicate_value' }
      }),
    )
    return { rows: whole, faults: [...made.flatMap(({ faults }) => faults), ...repeated] }
  }
}

function readRow(sheetRow: SheetRow, columns: readonly SheetColumn[], language: Language): ReadRow {
  const { id, texts, was } = sheetRow
  const row: TableRow = { id, from: null, to: null, values: {} }
  const faults: CellFault[] = []
  const report = (key: string, code: CellFault['code']) => faults.push({ rowId: id, key, code })
  for (const sheetColumn of columns) {
    const { key, column, language: inLanguage } = sheetColumn
    const text = (texts[key] ?? '').trim()
    if (!column) {
      const moment = text === '' ? null : readMoment(text)
      if (text !== '' && moment === null) report(key, 'invalid_date')
      row[key === 'to' ? 'to' : 'from'] = moment
      continue
    }
    const isKept = was !== null && text !== '' && text === textOf(was, sheetColumn).trim()
    const value = isKept ? cellOf(was.values, column.id) : readText(text, column, inLanguage ?? language)
    if (text !== '' && value === null) report(key, `invalid_${column.kind}`)
    else if (inLanguage && text !== '')
      row.values[column.id] = { ...wordsOf(row.values[column.id]), [inLanguage]: text }
    else if (!inLanguage && value !== null) row.values[column.id] = value
  }
  for (const { key, column } of columns) {
    const isReported = faults.some(fault => fault.key === key)
    const isRepeated = columns.find(other => other.column?.id === column?.id)?.key !== key
    if (column?.required && !isReported && !isRepeated && isBlank(cellOf(row.values, column.id)))
      report(key, 'missing_value')
  }
  const isEndless = faults.some(({ key }) => key === 'from' || key === 'to')
  if (!isEndless && span(row).from >= span(row).to) report('to', 'ends_before_it_begins')
  return { row, faults }
}

const readText = (text: string, column: TableColumn, language: Language): Cell =>
  text === '' ? null : readCell(column, text, language)

const wordsOf = (value: Cell | undefined) => (value !== undefined && isLocalized(value) ? value : {})

/** Whether a row says nothing at all. */
export const isEmptyRow = ({ texts }: SheetRow): boolean => Object.values(texts).every(text => text.trim() === '')
