import type { Broadcast } from '@pregoner/shared'
import { CalendarClock, CircleCheck, ListChecks, PencilLine, Send } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './list.module.css'
import { broadcastWords } from './words.ts'

const icons = {
  draft: PencilLine,
  scheduled: CalendarClock,
  listing: ListChecks,
  sending: Send,
  sent: CircleCheck,
} as const

/** How far a notice is, with an icon and a word. */
export function StateMark({ state }: { state: Broadcast['state'] }) {
  const t = useWords(broadcastWords)
  const Icon = icons[state]
  return (
    <span className={styles.mark} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {t(`state.${state}`)}
    </span>
  )
}
