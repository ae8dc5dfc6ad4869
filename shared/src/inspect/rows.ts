import type { TownData } from '../town.ts'
import { reachedSteps, type Step } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

const ROW = 'row.'
const ownColumns = new Set(['from', 'to']) // the validity every row has

/** Columns a step names, and by what field. */
function columnsOf({ references, texts, reads }: Step) {
  const table = texts.find(({ rowsOf }) => rowsOf !== undefined)?.rowsOf
  const inTexts = reads.filter(({ name, isInRow }) => isInRow && name.startsWith(ROW))
  const inFields = references.filter(({ kind, id }) => kind === 'column' && id !== '')
  return [
    ...inFields.map(({ id, field, within }) => ({ id, field, table: within })),
    ...inTexts
      .map(({ name, field }) => ({ id: name.slice(ROW.length), field, table }))
      .filter(({ id }) => !ownColumns.has(id)),
  ]
}

function problemsOf(step: Step, town: TownData): Finding[] {
  const misplaced = step.reads.filter(({ name, isInRow }) => !isInRow && name.startsWith(ROW))
  const node = step.id
  return [
    ...columnsOf(step).flatMap(({ id, field, table: tableId }): Finding[] => {
      const table = town.tables.find(one => one.id === tableId)
      if (!table || table.columns.some(column => column.id === id)) return []
      return [{ code: 'column_lost', severity: 'error', node, field, values: { id, table: table.name } }]
    }),
    ...misplaced.map(({ name: variable, field }): Finding => {
      return { code: 'row_out_of_place', severity: 'error', node, field, values: { variable } }
    }),
  ]
}

/** Columns of a table: those named must be there, and rows are spoken of only where there are rows. */
export const rows: Rule = ({ drawing, town }) => reachedSteps(drawing).flatMap(step => problemsOf(step, town))
