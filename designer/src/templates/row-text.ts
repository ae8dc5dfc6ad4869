import type { ColumnKind, Table, TableWhen } from '@pregoner/shared'

const MAX_COLUMNS = 4 // a row is read on a phone
const unsaid = new Set<ColumnKind>(['image', 'place'])

/** A first wording of a table's rows: the first column in bold, the next below it; and the day, where days are to come. */
export function rowTextOf(table: Table, when: TableWhen): string {
  const [first, ...others] = table.columns
    .filter(({ kind }) => !unsaid.has(kind))
    .slice(0, MAX_COLUMNS)
    .map(({ id }) => `{{row.${id}}}`)
  const day = when === 'upcoming' ? ['{{row.from|date:weekday|capital}}'] : []
  return [...(first ? [`*${first}*`] : []), ...day, ...others].join('\n')
}
