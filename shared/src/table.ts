export { lookUp, type TableQuery, type TableWhen, tableWhens } from './table/look-up.ts'
export { type PastedRow, type PasteProblem, parsePastedRows } from './table/paste.ts'
export {
  type CellFault,
  createSheetReader,
  isEmptyRow,
  type SheetColumn,
  type SheetRow,
  sheetColumns,
  sheetRows,
} from './table/sheet.ts'
export { blockOf, type CellAt, type CellBlock, copied, pasted, withoutTexts, withTexts } from './table/sheet-edits.ts'
export { mergedRows } from './table/sheet-merge.ts'
export {
  type Cell,
  type ColumnKind,
  cellProblem,
  columnKinds,
  MAX_ROWS,
  rowValue,
  type Table,
  type TableColumn,
  type TableRow,
  table,
} from './table/table.ts'
export { changeTable, type TableVersion, tableVersion } from './table/table-version.ts'
export { type TableWarning, tableWarnings } from './table/warnings.ts'
