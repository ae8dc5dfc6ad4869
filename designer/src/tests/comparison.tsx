import type { TestResult, ToldLine } from '@pregoner/shared'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/index.ts'
import type { Names } from '../simulator/names.ts'
import styles from './conversation.module.css'
import { useTelling } from './telling.ts'
import { SmallLine } from './told-line.tsx'
import { testWords } from './words.ts'

const SHOWN_BEFORE = 3 // equal lines above the first difference; the rest is folded away

interface ComparisonProps {
  expected: readonly ToldLine[]
  result: TestResult | undefined
  names: Names
}

/** The kept conversation, and from the first differing line on what is said now beside it. */
export function Comparison({ expected, result, names }: ComparisonProps) {
  const t = useWords(testWords)
  const tell = useTelling(names)
  const difference = useRef<HTMLLIElement>(null)
  const index = result?.hasPassed === false ? result.index : null
  useEffect(() => {
    difference.current?.scrollIntoView({ block: 'nearest' }) // what it returns is no business of React's
  }, [index])

  const same = (lines: readonly ToldLine[], from: number) =>
    lines.map((line, offset) => (
      <li key={`same ${from + offset}`} className={styles.same}>
        <SmallLine {...tell(line)} />
      </li>
    ))
  if (!result || result.hasPassed) {
    return (
      <ol className={styles.conversation} aria-label={t('conversation')}>
        {same(expected, 0)}
      </ol>
    )
  }
  const first = Math.max(0, result.index - SHOWN_BEFORE)
  const length = Math.max(expected.length, result.lines.length)
  const rows = Array.from({ length: length - result.index }, (_, offset) => result.index + offset)
  const cell = (line: ToldLine | undefined, label: string) => (
    <div className={styles.cell}>
      <span className="visually-hidden">{label}: </span>
      {line ? <SmallLine {...tell(line)} /> : <p className={styles.note}>{t('over')}</p>}
    </div>
  )
  return (
    <div className={styles.compared}>
      {first > 0 && (
        <details>
          <summary className={styles.earlier}>{t('earlier', { count: first })}</summary>
          <ol className={styles.conversation}>{same(expected.slice(0, first), 0)}</ol>
        </details>
      )}
      <ol className={styles.conversation} start={first + 1} aria-label={t('conversation')}>
        {same(expected.slice(first, result.index), first)}
        <li className={styles.columns} aria-hidden="true">
          <strong>{t('expected')}</strong>
          <strong>{t('now')}</strong>
        </li>
        {rows.map(row => (
          <li
            key={`row ${row}`}
            ref={row === result.index ? difference : undefined}
            className={styles.pair}
            data-first={row === result.index || undefined}
          >
            {cell(expected[row], t('expected'))}
            {cell(result.lines[row], t('now'))}
          </li>
        ))}
      </ol>
    </div>
  )
}
