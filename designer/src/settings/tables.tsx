import { Button } from '@mantine/core'
import { type Cell, type Table, tableWarnings, textIn } from '@pregoner/shared'
import { Pencil, Table2, TriangleAlert } from 'lucide-react'
import { Link, Route, Routes, useParams } from 'react-router'
import { useMembership } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { Empty } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './settings.module.css'
import { TablePage } from './tables/table-page.tsx'
import { tableWords } from './tables/words.ts'
import { settingsWords } from './words.ts'

const MAX_ROWS_SHOWN = 100

/** The tables flows look things up in: all of them, or one to edit. */
export default function Tables() {
  return (
    <Routes>
      <Route index element={<TableList />} />
      <Route path=":id" element={<OneTable />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

/** Whether the person may change a table: agents only those of their departments. */
function useMayChange(): (table: Table) => boolean {
  const membership = useMembership(useTown().key)
  return ({ departmentId }) =>
    membership?.role !== 'agent' || (departmentId !== null && membership.departments.includes(departmentId))
}

function OneTable() {
  const { id } = useParams()
  const mayChange = useMayChange()
  const table = useTown().tables.find(each => each.id === id)
  return table && mayChange(table) ? <TablePage key={id} table={table} /> : <NotFoundPage />
}

function TableList() {
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
      {tables.map(table => (
        <TableCard key={table.id} table={table} />
      ))}
    </>
  )
}

function TableCard({ table }: { table: Table }) {
  const t = useWords(settingsWords)
  const say = useWords(tableWords)
  const formats = useFormats()
  const now = useNow()
  const mayChange = useMayChange()
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
      <div className={styles.cardTop}>
        <h2>{table.name}</h2>
        {mayChange(table) && (
          <div className={styles.cardActions}>
            <Button
              component={Link}
              to={table.id}
              variant="default"
              aria-label={say('openNamed', { name: table.name })}
              leftSection={<Pencil size={16} aria-hidden="true" />}
            >
              {say('open')}
            </Button>
          </div>
        )}
      </div>
      {tableWarnings(table, now, town.timeZone).map(
        warning =>
          warning.code === 'runs_out' && (
            <p key={warning.code} className={styles.paused}>
              <TriangleAlert size={16} aria-hidden="true" />{' '}
              {say(warning.days < 0 ? 'ranOut' : 'runsOut', { date: formats.date(warning.date) })}
            </p>
          ),
      )}
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
