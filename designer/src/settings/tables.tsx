import { type Cell, type Table, textIn } from '@pregoner/shared'
import { Table2 } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

const MAX_ROWS_SHOWN = 100

/** The tables flows look things up in. */
export default function Tables() {
  const t = useWords(settingsWords)
  const { tables } = useTown()
  if (tables.length === 0)
    return (
      <Empty Icon={Table2} title={t('noTables')}>
        {t('noneHelp')}
      </Empty>
    )
  return (
    <>
      <p className={styles.note}>{t('readOnly')}</p>
      {tables.map(table => (
        <TableCard key={table.id} table={table} />
      ))}
    </>
  )
}

function TableCard({ table }: { table: Table }) {
  const t = useWords(settingsWords)
  const formats = useFormats()
  const town = useTown()
  const [language] = useLanguage()
  const isDated = table.rows.some(({ from, to }) => from !== null || to !== null)
  const last = table.rows
    .map(({ to }) => to ?? '')
    .sort()
    .at(-1)
  const shown = table.rows.slice(0, MAX_ROWS_SHOWN)
  const written = (cell: Cell | undefined): string => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'string' || typeof cell === 'number') return String(cell)
    if ('latitude' in cell) return cell.address ?? cell.name ?? `${cell.latitude}, ${cell.longitude}`
    return textIn(cell, language, town.defaultLanguage)
  }
  return (
    <section className={styles.card}>
      <h2>{table.name}</h2>
      <p className={styles.note}>
        {t('rows', { count: table.rows.length })}
        {last && ` · ${t('validUntil', { date: formats.date(last) })}`}
      </p>
      {shown.length > 0 && (
        <details>
          <summary>
            {shown.length < table.rows.length
              ? t('firstRows', { count: shown.length, total: table.rows.length })
              : t('allRows', { count: shown.length })}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard */}
          <section className={styles.tableArea} tabIndex={0} aria-label={table.name}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {isDated && <th scope="col">{t('from')}</th>}
                  {isDated && <th scope="col">{t('to')}</th>}
                  {table.columns.map(column => (
                    <th key={column.id} scope="col">
                      {column.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map(row => (
                  <tr key={row.id}>
                    {isDated && <td>{row.from && formats.date(row.from)}</td>}
                    {isDated && <td>{row.to && formats.date(row.to)}</td>}
                    {table.columns.map(column => (
                      <td key={column.id}>{written(row.values[column.id])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </section>
  )
}
