import { Alert } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { describeError } from '../api/api-error.ts'
import styles from './account.module.css'

interface OutcomeProps {
  of: { isError: boolean; isSuccess: boolean; error: unknown }
  /** What is said when it has worked. */
  done: string
}

/** What became of a change, told where it was made. */
export function Outcome({ of, done }: OutcomeProps) {
  if (of.isError)
    return (
      <Alert color="red" role="alert" className={styles.alert ?? ''}>
        {describeError(of.error)}
      </Alert>
    )
  return (
    <p role="status" className={styles.on} hidden={!of.isSuccess}>
      {of.isSuccess && (
        <>
          <CircleCheck size={18} aria-hidden="true" /> {done}
        </>
      )}
    </p>
  )
}
