import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './ledger.module.css'
import { privacyWords } from './words.ts'

export interface Column<Row> {
  name: string
  label: string
  cell: (row: Row) => ReactNode
  /** What is cut off in the cell, shown in full when somebody points at it. */
  whole?: (row: Row) => string | undefined
  look?: 'plain' | 'line' | 'key'
}

interface LedgerProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Lines of a book: a table where there is room for one, and one card a line on phones. */
export function Ledger<Row>({ label, columns, rows, keyOf }: LedgerProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.area} tabIndex={0} aria-label={label}>
      <table className={styles.ledger}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, label: title, cell, whole, look = 'plain' }) => (
                <td key={name} data-label={title} data-look={look} title={whole?.(row)}>
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Found {
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

/** The same, fetched page by page; `empty` stands there when there is no line. */
export function PagedLedger<Row>({
  found,
  rows,
  empty,
  ...ledger
}: Omit<LedgerProps<Row>, 'rows'> & { found: Found; rows: readonly Row[] | undefined; empty: ReactNode }) {
  const t = useWords(privacyWords)
  if (!rows) return found.error ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : <PageLoading />
  return (
    <>
      {rows.length === 0 ? empty : <Ledger rows={rows} {...ledger} />}
      {found.hasNextPage && (
        <div>
          <Button
            variant="default"
            mih="var(--target)"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('older')}
          </Button>
        </div>
      )}
    </>
  )
}
