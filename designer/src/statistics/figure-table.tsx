import type { ReactNode } from 'react'
import styles from './statistics.module.css'

export interface FigureRow {
  key: string
  name: ReactNode
  /** How long its bar is, among those of the table. */
  bar: number
  cells: ReactNode[]
}

interface FigureTableProps {
  caption: string
  nameLabel: string
  columns: string[]
  rows: FigureRow[]
}

/** A table whose rows are bars as well: plot and table in one. */
export function FigureTable({ caption, nameLabel, columns, rows }: FigureTableProps) {
  const most = Math.max(1, ...rows.map(({ bar }) => bar))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
    <section className={styles.tableArea} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{nameLabel}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, bar, cells }) => (
            <tr key={key}>
              <th scope="row">
                <span className={styles.barName}>{name}</span>
                {bar > 0 && <span className={styles.bar} style={{ width: `${(100 * bar) / most}%` }} />}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
