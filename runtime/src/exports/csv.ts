import { looksLikeFormula } from '@pregoner/shared'

/** What one cell may hold: a number stays a number, nothing is an empty cell. */
export type Cell = string | number | boolean | null

export const BYTE_ORDER_MARK = '\ufeff' // without it spreadsheets take UTF-8 for something older

/** Text that no spreadsheet runs: what looks like a formula gets an apostrophe in front. */
export const harmless = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

/** How the reader's spreadsheet takes a line apart: semicolons go with decimal commas, as in most of Europe. */
export type CsvStyle = 'comma' | 'semicolon'

function written(cell: Cell, style: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return style === 'semicolon' ? String(cell).replace('.', ',') : String(cell)
  return `"${harmless(cell).replaceAll('"', '""')}"`
}

/** One line of a table, as RFC 4180 writes it. */
export const csvLine = (cells: readonly Cell[], style: CsvStyle = 'comma'): string =>
  `${cells.map(cell => written(cell, style)).join(style === 'semicolon' ? ';' : ',')}\r\n`

/** A table as RFC 4180 writes it, in UTF-8, safe to open in a spreadsheet: texts quoted, numbers bare. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map(cells => csvLine(cells)).join('')

/** What tells a browser to keep an answer as a file of this name. */
export const csvHeaders = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})
