import { failingTest } from '@pregoner/shared'
import { CircleX } from 'lucide-react'
import problemStyles from '../flows/dialogs.module.css'
import { useWords } from '../i18n/index.ts'
import { useTests } from './tests-store.ts'
import { testWords } from './words.ts'

interface FailingTestsProps {
  /** What the runtime refused publishing with, beside what is known here. */
  refused: readonly unknown[]
  onGo(): void
}

/** The tests that keep the flow from being published; each leads to its differing line. */
export function FailingTests({ refused, onGo }: FailingTestsProps) {
  const t = useWords(testWords)
  const { failing, results, show } = useTests()
  const known = failing.flatMap(({ id, name }) => {
    const result = results.get(id)
    return result?.hasPassed === false ? [{ id, name, line: result.index + 1 }] : []
  })
  const told = refused.flatMap(one => failingTest.safeParse(one).data ?? [])
  const all = known.length > 0 ? known : told
  if (all.length === 0) return null
  return (
    <section aria-label={t('title')}>
      <p>{t('blocking', { count: all.length })}</p>
      <ul className={problemStyles.problems}>
        {all.map(({ id, name, line }) => (
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
