export { lookUp, type TableQuery, type TableWhen, tableWhens } from './table/look-up.ts'
export { type PastedRow, type PasteProblem, parsePastedRows } from './table/paste.ts'
export {
  type Cell,
  type ColumnKind,
  columnKinds,
  rowValue,
  type Table,
  type TableColumn,
  type TableRow,
  table,
} from './table/table.ts'
export { type TableWarning, tableWarnings } from './table/warnings.ts'
