import type { IncidentStatus } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import styles from './badge.module.css'
import { statusLooks } from './status-looks.ts'
import { deskWords } from './words.ts'

/** A status by colour, icon and word. */
export function StatusBadge({ status }: { status: IncidentStatus }) {
  const t = useWords(deskWords)
  const { Icon, tone } = statusLooks[status]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      {t(`status.${status}`)}
    </span>
  )
}
