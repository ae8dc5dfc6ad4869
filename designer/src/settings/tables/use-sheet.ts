import {
  createSheetReader,
  isEmptyRow,
  mergedRows,
  type SheetRow,
  sheetColumns,
  sheetRows,
  type Table,
  type TownData,
} from '@pregoner/shared'
import { useMemo, useState } from 'react'

const MAX_UNDO = 200

interface Draft {
  /** The table as it was saved when these rows were begun with. */
  base: Table
  rows: readonly SheetRow[]
  past: readonly (readonly SheetRow[])[]
  future: readonly (readonly SheetRow[])[]
}

export type Sheet = ReturnType<typeof useSheet>

/** A table's rows while somebody edits them: what is wrong with which cell, and every change can be undone. */
export function useSheet(stored: Table, { languages, defaultLanguage }: TownData) {
  const columns = useMemo(() => sheetColumns(stored, languages), [stored, languages])
  const read = useMemo(() => createSheetReader(columns, defaultLanguage), [columns, defaultLanguage])
  const begin = (base: Table): Draft => ({ base, rows: sheetRows(base.rows, columns), past: [], future: [] })
  const [draft, setDraft] = useState(() => begin(stored))
  const { base, rows, past, future } = draft
  const { rows: tableRows, faults } = useMemo(() => read(rows.filter(row => !isEmptyRow(row))), [read, rows])
  const from = useMemo(() => sheetRows(base.rows, columns), [base, columns])
  const isChanged = rows !== draft.past[0] && past.length > 0

  return {
    columns,
    rows,
    faults,
    base,
    isChanged,
    /** Somebody else has saved another state since. */
    isBehind: (stored.rev ?? 0) > (base.rev ?? 0),
    table: { ...base, rows: tableRows },
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change(edit: (rows: readonly SheetRow[]) => readonly SheetRow[]): void {
      setDraft(was => ({ ...was, rows: edit(was.rows), past: [...was.past, was.rows].slice(-MAX_UNDO), future: [] }))
    },
    undo(): void {
      setDraft(was => {
        const last = was.past.at(-1)
        return last ? { ...was, rows: last, past: was.past.slice(0, -1), future: [was.rows, ...was.future] } : was
      })
    },
    redo(): void {
      setDraft(was => {
        const [next, ...future] = was.future
        return next ? { ...was, rows: next, past: [...was.past, was.rows], future } : was
      })
    },
    /** From this state on nothing is changed: it was saved, or is shown instead. */
    start: (table: Table) => setDraft(begin(table)),
    /** My changes on top of what another person has saved. */
    takeOver(theirs: Table): void {
      setDraft(was => ({
        ...was,
        base: theirs,
        rows: mergedRows(from, was.rows, sheetRows(theirs.rows, columns)),
        past: [...was.past, was.rows],
        future: [],
      }))
    },
  }
}
