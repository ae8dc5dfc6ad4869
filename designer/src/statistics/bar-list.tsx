import { useFormats } from '../i18n/format.ts'
import styles from './statistics.module.css'

interface BarListProps {
  title: string
  help?: string
  nameLabel: string
  countLabel: string
  rows: { name: string; count: number }[]
}

/** A table whose rows are bars as well: plot and table in one. */
export function BarList({ title, help, nameLabel, countLabel, rows }: BarListProps) {
  const { number } = useFormats()
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      {help && <p className={styles.help}>{help}</p>}
      {rows.length === 0 ? (
        <p className={styles.help}>–</p>
      ) : (
        <table className={styles.bars}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{nameLabel}</th>
              <th scope="col">{countLabel}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">
                  <span className={styles.barName}>{name}</span>
                  {count > 0 && <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />}
                </th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
