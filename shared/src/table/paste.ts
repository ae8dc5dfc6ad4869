import { type Language, language as languageSchema } from '../language.ts'
import type { Place } from '../message.ts'
import { normalize, parseEmail, parseNumber } from '../understand.ts'
import { type CsvRecord, readCsv } from './csv.ts'
import { unguarded } from './formula.ts'
import { type Cell, type ColumnKind, cells, isBlank, MAX_ROWS, span, type Table, type TableColumn } from './table.ts'

const MAX_TEXT_CHARS = 5_000_000
const MAX_PROBLEMS = 100

export interface PastedRow {
  from: string | null
  to: string | null
  values: Record<string, Cell>
}

export interface PasteProblem {
  /** Line of the pasted text, from 1. */
  line: number
  /** Id of the column, `from` or `to`; in the header line, the title as pasted. */
  column?: string
  code:
    | 'empty'
    | 'too_long'
    | 'too_many_rows'
    | 'unclosed_quote'
    | 'unknown_column'
    | 'repeated_column'
    | 'wrong_cell_count'
    | 'missing_value'
    | 'ends_before_it_begins'
    | `invalid_${ColumnKind}`
}

/** What a column of the pasted text fills: a column of the table, in one language when it has several, or validity. */
type Target = { fills: 'from' | 'to' } | { fills: 'cell'; column: TableColumn; language: Language }

/**
 * Rows pasted from a spreadsheet, with or without a header line; without one, the table's columns in order, maybe
 * after the two days of validity. All rows or, with any problem, none.
 */
export function parsePastedRows(
  text: string,
  table: Table,
  language: Language = 'ca',
): { rows: PastedRow[]; problems: PasteProblem[] } {
  if (text.length > MAX_TEXT_CHARS) return { rows: [], problems: [{ line: 1, code: 'too_long' }] }
  const { records, unclosedAt } = readCsv(text)
  if (unclosedAt !== null) return { rows: [], problems: [{ line: unclosedAt, code: 'unclosed_quote' }] }
  const [first] = records
  if (!first) return { rows: [], problems: [{ line: 1, code: 'empty' }] }
  const header = first.cells.map(title => targetOf(title, table, language))
  const hasHeader = header.filter(Boolean).length * 2 > header.length
  if (records.length - (hasHeader ? 1 : 0) > MAX_ROWS)
    return { rows: [], problems: [{ line: 1, code: 'too_many_rows' }] }
  const problems: PasteProblem[] = hasHeader ? headerProblems(header, first) : []
  const targets = hasHeader ? header.filter(target => target !== null) : targetsByPosition(first, table, language)
  if (problems.length > 0) return { rows: [], problems }
  const rows: PastedRow[] = []
  for (const record of records.slice(hasHeader ? 1 : 0)) {
    if (problems.length >= MAX_PROBLEMS) break
    rows.push(readRow(record, targets, table, language, problems))
  }
  return problems.length > 0 ? { rows: [], problems } : { rows, problems }
}

const validityTitles = {
  from: ['from', 'valid from', 'des de', 'des del', 'inici', 'desde', 'inicio', 'dal', 'da', 'inizio'],
  to: ['to', 'until', 'valid to', 'fins', 'fins a', 'fins al', 'fi', 'hasta', 'fin', 'al', 'a', 'fine', 'fino al'],
}

/** `Adreça`, `address`, `Adreça (es)` or `address es`. */
function targetOf(title: string, table: Table, language: Language): Target | null {
  const plain = normalize(title)
  const named = (name: string) => table.columns.find(({ id, label }) => [id, label].map(normalize).includes(name))
  const whole = named(plain)
  if (whole) return { fills: 'cell', column: whole, language }
  const [, name = '', code] = /^(.+) ([a-z]{2})$/.exec(plain) ?? []
  const column = named(name)
  const inLanguage = languageSchema.safeParse(code)
  if (column?.kind === 'localized' && inLanguage.success) return { fills: 'cell', column, language: inLanguage.data }
  if (validityTitles.from.includes(plain)) return { fills: 'from' }
  return validityTitles.to.includes(plain) ? { fills: 'to' } : null
}

function headerProblems(header: readonly (Target | null)[], { line, cells: titles }: CsvRecord): PasteProblem[] {
  const unknown = titles.filter((_, at) => !header[at])
  if (unknown.length > 0) return unknown.map(column => ({ line, column, code: 'unknown_column' }))
  const names = header.map(target =>
    target?.fills === 'cell' ? `${target.column.id} ${target.language}` : target?.fills,
  )
  const repeated = titles.filter((_, at) => names.indexOf(names[at]) < at)
  return repeated.map(column => ({ line, column, code: 'repeated_column' }))
}

function targetsByPosition(first: CsvRecord, { columns }: Table, language: Language): Target[] {
  const filled = columns.map((column): Target => ({ fills: 'cell', column, language }))
  return first.cells.length === columns.length + 2 ? [{ fills: 'from' }, { fills: 'to' }, ...filled] : filled
}

function readRow(
  { line, cells: texts }: CsvRecord,
  targets: readonly Target[],
  { columns }: Table,
  language: Language,
  problems: PasteProblem[],
): PastedRow {
  const row: PastedRow = { from: null, to: null, values: {} }
  if (texts.slice(targets.length).some(text => text !== '') || texts.length < targets.length) {
    problems.push({ line, code: 'wrong_cell_count' })
    return row
  }
  for (const [at, target] of targets.entries()) {
    const text = unguarded(texts[at] ?? '')
    if (text === '') continue
    if (target.fills !== 'cell') {
      row[target.fills] = readMoment(text)
      if (row[target.fills] === null) problems.push({ line, column: target.fills, code: 'invalid_date' })
      continue
    }
    const { id, kind } = target.column
    const value = readCell(target.column, text, language)
    if (value === null) problems.push({ line, column: id, code: `invalid_${kind}` })
    else if (kind !== 'localized') row.values[id] = value
    else row.values[id] = { ...localizedSoFar(row.values[id]), [target.language]: text }
  }
  for (const { id, required } of columns) {
    const isReported = problems.some(problem => problem.line === line && problem.column === id)
    if (required && !isReported && isBlank(row.values[id] ?? null))
      problems.push({ line, column: id, code: 'missing_value' })
  }
  if (span(row).from >= span(row).to) problems.push({ line, column: 'to', code: 'ends_before_it_begins' })
  return row
}

const localizedSoFar = (value: Cell | undefined): object => (typeof value === 'object' && value !== null ? value : {})

/** A cell's value in the form the table keeps; null when the text is not of that kind. */
export function readCell(column: Pick<TableColumn, 'kind' | 'choices'>, text: string, language: Language): Cell {
  const { kind, choices = [] } = column
  if (kind === 'choice') return choices.find(choice => normalize(choice) === normalize(text)) ?? null
  const value = kind === 'localized' ? text : readers[kind](text, language)
  if (value === null) return null
  return kind === 'localized' || cells[kind].safeParse(value).success ? value : null
}

const readers: { [Kind in Exclude<ColumnKind, 'localized' | 'choice'>]: (text: string, language: Language) => Cell } = {
  text: text => text,
  number: parseNumber,
  date: text => readDay(text),
  time: text => readTime(text),
  phone: text => text,
  url: text => (/^[a-z]+:/i.test(text) ? text : `https://${text}`),
  email: parseEmail,
  place: text => readPlace(text),
  image: text => text,
}

function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const date = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return cells.date.safeParse(date).success ? date : null
}

function readTime(text: string): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?\s?h?$/.exec(text) ?? []
  const time = hour && minute ? `${hour.padStart(2, '0')}:${minute}` : text
  return cells.time.safeParse(time).success ? time : null
}

/** A day, or a day and a time after a space or T. */
export function readMoment(text: string): string | null {
  const [date = '', clock, ...more] = text.split(/[\sT]+/)
  const day = readDay(date)
  if (day === null || more.length > 0) return null
  if (clock === undefined) return day
  const time = readTime(clock)
  return time === null ? null : `${day}T${time}`
}

/** A point as `41.72, 1.82`; anything else is an address. */
function readPlace(text: string): Place {
  const [, latitude, longitude] = /^(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)$/.exec(text) ?? []
  if (latitude === undefined || longitude === undefined) {
    return { latitude: null, longitude: null, name: null, address: text }
  }
  return { latitude: Number(latitude), longitude: Number(longitude), name: null, address: null }
}
