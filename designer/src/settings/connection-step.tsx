import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './connection.module.css'
import { connectionWords } from './words/connection.ts'

export type StepState = 'done' | 'wrong' | 'open'
const icons = { done: CircleCheck, wrong: CircleAlert, open: CircleDashed }

interface ConnectionStepProps {
  state: StepState
  title: string
  /** What went wrong, and what to do about it. */
  advice?: readonly (string | null)[]
  children?: ReactNode
}

/** One thing to do until a number works: how it stands, and what helps when it does not. */
export function ConnectionStep({ state, title, advice = [], children }: ConnectionStepProps) {
  const t = useWords(connectionWords)
  const Icon = icons[state]
  return (
    <li className={styles.step} data-state={state}>
      <Icon size={22} aria-hidden="true" />
      <div className={styles.words}>
        <strong>
          {title} <span className={styles.state}>{t(state)}</span>
        </strong>
        {advice.map(
          words =>
            words && (
              <p key={words} className={styles.advice}>
                {words}
              </p>
            ),
        )}
        <div className={styles.body}>{children}</div>
      </div>
    </li>
  )
}
