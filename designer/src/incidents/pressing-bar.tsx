import { AlarmClock, AtSign, CirclePause, Hourglass, type LucideIcon, UserCheck } from 'lucide-react'
import type { IncidentFilter } from '../api/incidents.ts'
import { useWords } from '../i18n/index.ts'
import { useCounts } from './use-counts.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

interface PressingBarProps {
  town: string
  filter: IncidentFilter
  onChange: (change: IncidentFilter) => void
}

interface Chip {
  name: 'late' | 'soon' | 'waiting' | 'mine' | 'mentions'
  Icon: LucideIcon
  isOn: boolean
  /** What choosing it asks for; choosing it again asks for all. */
  on: IncidentFilter
  off: IncidentFilter
}

const chipsOf = ({ due, assignee, mentions }: IncidentFilter): Chip[] => {
  const dueChip = (name: 'late' | 'soon' | 'waiting', Icon: LucideIcon): Chip => ({
    ...{ name, Icon, isOn: due === name },
    ...{ on: { due: name }, off: { due: undefined } },
  })
  return [
    dueChip('late', AlarmClock),
    dueChip('soon', Hourglass),
    { name: 'mine', Icon: UserCheck, isOn: assignee === 'me', on: { assignee: 'me' }, off: { assignee: undefined } },
    { name: 'mentions', Icon: AtSign, isOn: mentions === 'me', on: { mentions: 'me' }, off: { mentions: undefined } },
    dueChip('waiting', CirclePause),
  ]
}

/** How many are late, nearly so, mine or ask for me; each shows just those. */
export function PressingBar({ town, filter, onChange }: PressingBarProps) {
  const t = useWords(workWords)
  const counts = useCounts(town)
  if (!counts) return null
  return (
    <fieldset className={styles.pressing} aria-label={t('dueBar')}>
      {chipsOf(filter)
        .filter(({ name, isOn }) => isOn || counts[name] > 0 || name === 'late' || name === 'mine')
        .map(({ name, Icon, isOn, on, off }) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            data-due={name}
            data-none={counts[name] === 0}
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? off : on)}
          >
            <Icon size={16} aria-hidden="true" />
            {t(`${name}Count`, { count: counts[name] })}
          </button>
        ))}
    </fieldset>
  )
}
