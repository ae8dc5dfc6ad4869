import type { Problem, Severity } from '@pregoner/shared'
import { useRef, useState } from 'react'
import styles from '../check/check.module.css'
import { ProblemItem } from '../check/problem-item.tsx'
import { useFix } from '../check/use-fix.ts'
import { checkWords } from '../check/words/problems.ts'
import { useWords } from '../i18n/index.ts'

const SHOWN_AT_ONCE = 50 // a drawing just pasted may have hundreds; nobody reads them all

const keyOf = ({ code, node, field, edge, values }: Problem) => JSON.stringify([code, node, field, edge, values])

interface Props {
  problems: readonly Problem[]
  onGo?(): void
}

/** Problems in words, errors first; each leads to its step and field, and some can be mended on the spot. */
export function ProblemList({ problems, onGo }: Props) {
  const groups = (['error', 'warning', 'hint'] as const).map(severity => ({
    severity,
    problems: problems.filter(problem => problem.severity === severity),
  }))
  return <>{groups.map(group => group.problems.length > 0 && <Group key={group.severity} {...group} onGo={onGo} />)}</>
}

interface GroupProps {
  severity: Severity
  problems: readonly Problem[]
  onGo: (() => void) | undefined
}

function Group({ severity, problems, onGo }: GroupProps) {
  const t = useWords(checkWords)
  const fix = useFix()
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const left = problems.length - shown

  /** Mends it, and leaves the keyboard at the next one that can be mended. */
  const mend = (problem: Problem) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-fix]') ?? [])]
    const at = buttons.findIndex(button => button.matches(':focus'))
    const next = buttons[at + 1] ?? buttons[at - 1] ?? list.current?.closest<HTMLElement>('[role="dialog"]')
    fix(problem)
    next?.focus()
  }
  const items = (
    <ul ref={list}>
      {problems.slice(0, shown).map(problem => (
        <ProblemItem key={keyOf(problem)} problem={problem} onGo={onGo} onFix={() => mend(problem)} />
      ))}
    </ul>
  )
  const title = (
    <>
      {t(severity)} <span className={styles.count}>{problems.length}</span>
      <span className={styles.note}>{t(`${severity}Note`)}</span>
    </>
  )
  const more = left > 0 && (
    <button type="button" className={styles.more} onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
      {t('more', { count: Math.min(left, SHOWN_AT_ONCE) })}
    </button>
  )
  if (severity !== 'hint') {
    return (
      <section className={styles.group} data-severity={severity}>
        <h3>{title}</h3>
        {items}
        {more}
      </section>
    )
  }
  return (
    <details className={styles.group} data-severity={severity}>
      <summary>{title}</summary>
      {items}
      {more}
    </details>
  )
}
