import { CircleCheck, CircleDashed, CircleX, FlaskConical } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './tests.module.css'
import { useTests } from './tests-store.ts'
import { testWords } from './words.ts'

/** How the tests stand, in the top bar: how many, and whether they pass. */
export function TestsChip() {
  const t = useWords(testWords)
  const { tests = [], failing, results, isRunning, isOpen, show, close } = useTests()
  const count = tests.length
  const isTried = results.size > 0
  const words = () => {
    if (count === 0) return t('chipNone')
    if (failing.length > 0) return t('chipFailed', { failed: failing.length, count })
    return isTried ? t('chipPassed', { count }) : t('chipRunning')
  }
  const Icon = failing.length > 0 ? CircleX : isTried ? CircleCheck : CircleDashed
  const state = failing.length > 0 ? 'failed' : 'passed'
  return (
    <button
      type="button"
      className={styles.chip}
      data-bar="tests"
      data-state={count === 0 || !isTried ? 'none' : state}
      data-running={isRunning || undefined}
      aria-pressed={isOpen}
      aria-label={words()}
      title={words()}
      onClick={() => (isOpen ? close() : show(null))}
    >
      {count === 0 ? <FlaskConical size={16} aria-hidden="true" /> : <Icon size={16} aria-hidden="true" />}
      <span className={styles.chipLabel}>{t('tests')}</span>
      {count > 0 && <span className={styles.chipCount}>{failing.length > 0 ? failing.length : count}</span>}
    </button>
  )
}
