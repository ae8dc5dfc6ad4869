import { type IncidentSummary, urgencyOf } from '@pregoner/shared'
import { AlarmClock, CirclePause, Hourglass } from 'lucide-react'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

const icons = { late: AlarmClock, soon: Hourglass, waiting: CirclePause }

interface DueMarkProps {
  incident: Pick<IncidentSummary, 'dueFor' | 'dueAt' | 'soonAt' | 'waitingSince'>
  now: Date
}

/** In a list: only that something is late, nearly so, or stands still. */
export function DueMark({ incident, now }: DueMarkProps) {
  const t = useWords(workWords)
  const formats = useFormats()
  const kind = incident.waitingSince ? 'waiting' : urgencyOf(incident, now)
  if (!kind) return null
  const Icon = icons[kind]
  const at = incident.waitingSince ?? incident.dueAt ?? ''
  return (
    <span className={styles.due} data-due={kind} title={formats.exact(at)}>
      <Icon size={14} aria-hidden="true" />
      {t(kind)}
    </span>
  )
}

/** In full: what is due, and when or since when. */
export function DueLine({ incident, now }: DueMarkProps) {
  const t = useWords(workWords)
  const formats = useFormats()
  const { dueFor, dueAt, waitingSince } = incident
  const kind = waitingSince ? 'waiting' : (urgencyOf(incident, now) ?? 'fine')
  if (!waitingSince && !(dueFor && dueAt)) return null
  const Icon = kind === 'fine' ? Hourglass : icons[kind]
  const what = dueFor ? t(`due.${dueFor}`) : ''
  const words = () => {
    if (waitingSince) return t('pausedSince', { when: formats.relative(waitingSince, now) })
    if (kind === 'late') return t('dueLate', { what, when: formats.relative(dueAt ?? '', now) })
    return t('dueAhead', { what, when: formats.ahead(dueAt ?? '', now) })
  }
  return (
    <span className={styles.dueLine} data-due={kind} title={formats.exact(waitingSince ?? dueAt ?? '')}>
      <Icon size={16} aria-hidden="true" />
      {words()}
    </span>
  )
}
