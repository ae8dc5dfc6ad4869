import type { Broadcast } from '@pregoner/shared'
import {
  CalendarClock,
  CircleCheck,
  CirclePause,
  CircleStop,
  ListChecks,
  PencilLine,
  Send,
  UserCheck,
} from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './list.module.css'
import { approvalWords } from './words/approval.ts'
import { broadcastWords } from './words.ts'

const icons = {
  draft: PencilLine,
  scheduled: CalendarClock,
  listing: ListChecks,
  sending: Send,
  paused: CirclePause,
  sent: CircleCheck,
  stopped: CircleStop,
} as const

/** How far a notice is, with an icon and a word. */
export function StateMark({ state, approval }: Pick<Broadcast, 'state' | 'approval'>) {
  const t = useWords(broadcastWords)
  const a = useWords(approvalWords)
  const Icon = state === 'draft' && approval ? UserCheck : icons[state]
  return (
    <span className={styles.mark} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {state === 'draft' && approval ? a(`mark.${approval.state}`) : t(`state.${state}`)}
    </span>
  )
}
