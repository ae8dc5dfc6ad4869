import { CircleX } from 'lucide-react'
import problemStyles from '../flows/dialogs.module.css'
import { useWords } from '../i18n/index.ts'
import type { BlockingTest } from './blocking-tests.ts'
import { useTests } from './tests-store.ts'
import { testWords } from './words.ts'

interface FailingTestsProps {
  tests: readonly BlockingTest[]
  onGo(): void
}

/** The tests that keep the flow from being published; each leads to its differing line. */
export function FailingTests({ tests, onGo }: FailingTestsProps) {
  const t = useWords(testWords)
  const { show } = useTests()
  return (
    <section aria-label={t('title')}>
      <p>{t('blocking', { count: tests.length })}</p>
      <ul className={problemStyles.problems}>
        {tests.map(({ id, name, line }) => (
          <li key={id}>
            <button
              type="button"
              className={problemStyles.problem}
              data-severity="error"
              onClick={() => {
                onGo()
                show(id)
              }}
            >
              <CircleX size={18} aria-hidden="true" />
              <span>{t('blockingLine', { name, line })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
