import type { IncidentStatus } from '@pregoner/shared'
import { CalendarClock, CircleCheck, CircleDot, CircleSlash, Copy, Forward, Loader, UserCheck } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './incidents.module.css'
import { deskWords } from './words.ts'

const looks = {
  new: { Icon: CircleDot, tone: 'new' },
  assigned: { Icon: UserCheck, tone: 'progress' },
  in_progress: { Icon: Loader, tone: 'progress' },
  planned: { Icon: CalendarClock, tone: 'progress' },
  resolved: { Icon: CircleCheck, tone: 'resolved' },
  closed: { Icon: CircleSlash, tone: 'neutral' },
  duplicate: { Icon: Copy, tone: 'neutral' },
  referred: { Icon: Forward, tone: 'neutral' },
} as const

/** A status by colour, icon and word. */
export function StatusBadge({ status }: { status: IncidentStatus }) {
  const t = useWords(deskWords)
  const { Icon, tone } = looks[status]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      {t(`status.${status}`)}
    </span>
  )
}
