import { Alert } from '@mantine/core'
import { describeError } from '../api/api-error.ts'
import styles from './entry-dialog.module.css'

/** Why something was refused; nothing when it was not. */
export function Outcome({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <Alert color="red" role="alert" className={styles.alert ?? ''}>
      {describeError(error)}
    </Alert>
  )
}
