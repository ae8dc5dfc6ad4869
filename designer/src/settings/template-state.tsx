import { Archive, CircleCheck, CircleX, Clock, type LucideIcon, PauseCircle } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './template-choice.module.css'
import { connectionWords } from './words/connection.ts'

const looks = {
  APPROVED: { Icon: CircleCheck, tone: 'good' },
  PENDING: { Icon: Clock, tone: 'open' },
  IN_APPEAL: { Icon: Clock, tone: 'open' },
  REJECTED: { Icon: CircleX, tone: 'bad' },
  PAUSED: { Icon: PauseCircle, tone: 'bad' },
  DISABLED: { Icon: CircleX, tone: 'bad' },
  LIMIT_EXCEEDED: { Icon: CircleX, tone: 'bad' },
  ARCHIVED: { Icon: Archive, tone: 'open' },
} as const satisfies { [state: string]: { Icon: LucideIcon; tone: string } }

const isKnown = (state: string): state is keyof typeof looks => Object.hasOwn(looks, state)

/** How one language of a template stands with the platform, in its own word where we have none. */
export function TemplateState({ language, state }: { language: string; state: string }) {
  const t = useWords(connectionWords)
  const { Icon, tone } = isKnown(state) ? looks[state] : looks.PENDING
  return (
    <span className={styles.state} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      {language} · {isKnown(state) ? t(state) : state}
    </span>
  )
}
