import { Skeleton } from '@mantine/core'
import styles from './rows.module.css'

/** Where rows will be. */
export function RowsWaiting() {
  return (
    <div className={styles.waiting} aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map(row => (
        <Skeleton key={row} height={48} radius="sm" />
      ))}
    </div>
  )
}
