import { readCsv } from './csv.ts'
import { guarded, unguarded } from './formula.ts'
import type { SheetColumn, SheetRow } from './sheet.ts'
import { MAX_ROWS } from './table.ts'

/** A cell by its row and column, counted from 0. */
export interface CellAt {
  row: number
  column: number
}

/** A block of cells, both corners included. */
export interface CellBlock {
  from: CellAt
  to: CellAt
}

const order = (one: number, other: number): [number, number] => (one < other ? [one, other] : [other, one])

/** The block between two corners, whichever was first. */
export function blockOf(one: CellAt, other: CellAt): CellBlock {
  const [top, bottom] = order(one.row, other.row)
  const [left, right] = order(one.column, other.column)
  return { from: { row: top, column: left }, to: { row: bottom, column: right } }
}

/** The rows with other texts in some of their cells; those below the last row are added with ids of `newId`. */
export function withTexts(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  at: CellAt,
  texts: readonly (readonly string[])[],
  newId: () => string,
): SheetRow[] {
  const changed = [...rows]
  for (const [down, line] of texts.entries()) {
    const index = at.row + down
    if (index >= MAX_ROWS) break
    const row = changed[index] ?? { id: newId(), texts: {}, was: null }
    const cells = line.flatMap((text, across) => {
      const key = columns[at.column + across]?.key
      return key === undefined ? [] : [[key, text]]
    })
    changed[index] = { ...row, texts: { ...row.texts, ...Object.fromEntries(cells) } }
  }
  return changed
}

/** The rows with a block of cells emptied. */
export function withoutTexts(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  { from, to }: CellBlock,
): SheetRow[] {
  const emptied = Object.fromEntries(columns.slice(from.column, to.column + 1).map(({ key }) => [key, '']))
  return rows.map((row, at) => (at < from.row || at > to.row ? row : { ...row, texts: { ...row.texts, ...emptied } }))
}

/** A block of cells as a spreadsheet takes it from the clipboard. */
export function copied(rows: readonly SheetRow[], columns: readonly SheetColumn[], { from, to }: CellBlock): string {
  const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows
    .slice(from.row, to.row + 1)
    .map(({ texts }) =>
      columns
        .slice(from.column, to.column + 1)
        .map(({ key }) => quoted(guarded(texts[key] ?? '')))
        .join('\t'),
    )
    .join('\n')
}

/** The cells of what a spreadsheet put on the clipboard; a quote that never ends is a letter like others. */
export function pasted(text: string): string[][] {
  const { records, unclosedAt } = readCsv(text, { delimitedBy: '\t' })
  const lines =
    unclosedAt === null ? records.map(({ cells }) => cells) : text.split(/\r?\n/).map(line => line.split('\t'))
  return lines.map(cells => cells.map(unguarded))
}
