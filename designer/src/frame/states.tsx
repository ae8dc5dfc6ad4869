import { Button, Loader } from '@mantine/core'
import { type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { errorWords } from '../api/words.ts'
import { useWords } from '../i18n/index.ts'
import styles from './states.module.css'
import { frameWords } from './words.ts'

/** A page or panel that is being fetched. Shown after a moment, so that quick answers do not flicker. */
export function PageLoading() {
  const t = useWords(frameWords)
  return (
    <div className={`${styles.state} ${styles.late}`} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{t('loading')}</span>
    </div>
  )
}

interface EmptyProps {
  Icon: LucideIcon
  title: string
  /** What this is for, and the first step. */
  children?: ReactNode
  action?: ReactNode
}

/** Nothing here yet: says what this is for and offers the first step. */
export function Empty({ Icon, title, children, action }: EmptyProps) {
  return (
    <div className={styles.state}>
      <Icon size={32} strokeWidth={1.5} aria-hidden="true" className={styles.icon} />
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  )
}

interface FailedProps {
  error: unknown
  onRetry?: () => void
}

/** Something could not be fetched: what happened and what to do. */
export function Failed({ error, onRetry }: FailedProps) {
  const t = useWords(frameWords)
  const say = useWords(errorWords)
  const isForbidden = isApiError(error) && error.status === 403
  return (
    <div className={styles.state} role="alert">
      <TriangleAlert size={32} strokeWidth={1.5} aria-hidden="true" className={styles.icon} />
      <h2 className={styles.title}>{t('error')}</h2>
      <p className={styles.words}>{describeError(error)}</p>
      {onRetry && !isForbidden && (
        <Button variant="default" onClick={onRetry}>
          {say('tryAgain')}
        </Button>
      )}
    </div>
  )
}
