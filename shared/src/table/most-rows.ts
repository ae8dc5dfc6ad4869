import { addDays } from '../calendar.ts'
import type { TableWhen } from './look-up.ts'
import { span, type Table } from './table.ts'

const DAYS_SHOWN: { [When in TableWhen]?: number } = { today: 1, tomorrow: 1, this_week: 7 }

/** The most rows a look-up can find at any one moment. */
export function mostRows({ rows }: Pick<Table, 'rows'>, when: TableWhen): number {
  const days = DAYS_SHOWN[when]
  if (when !== 'now' && days === undefined) return rows.length
  const changes = rows.flatMap(row => {
    const { from, to } = span(row)
    const begins = { at: days === undefined ? `${from} 1` : `${from.slice(0, 10)} 0`, by: 1 }
    if (row.to === null) return [begins]
    const ends = days === undefined ? `${to} 0` : `${addDays(to.slice(0, 10), days - 1)} 1`
    return begins.at < ends ? [begins, { at: ends, by: -1 }] : []
  })
  changes.sort((one, other) => (one.at < other.at ? -1 : 1))
  let [now, most] = [0, 0]
  for (const { by } of changes) {
    now += by
    most = Math.max(most, now)
  }
  return most
}
