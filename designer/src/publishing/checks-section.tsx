import { checkWords } from '../check/words/problems.ts'
import { useEditorState } from '../editor/context.tsx'
import { ProblemList } from '../flows/problem-list.tsx'
import { useWords } from '../i18n/index.ts'
import type { BlockingTest } from '../tests/blocking-tests.ts'
import { FailingTests } from '../tests/failing-tests.tsx'
import styles from './publishing.module.css'
import { Section } from './section.tsx'
import { publicationWords } from './words.ts'

interface ChecksSectionProps {
  /** Whether the draft has been checked as it is now. */
  isReady: boolean
  tests: readonly BlockingTest[]
  onClose(): void
}

/** All that speaks against publishing, in one place: what the checker finds and the tests that go differently. */
export function ChecksSection({ isReady, tests, onClose }: ChecksSectionProps) {
  const t = useWords(publicationWords)
  const checking = useWords(checkWords)
  const { all, total } = useEditorState(state => state.problems)
  if (all.length === 0 && tests.length === 0) {
    return (
      <Section
        title={t('check')}
        brief={isReady ? t('checkFine') : checking('checking')}
        tone={isReady ? 'good' : undefined}
      />
    )
  }
  const isBlocking = total.errors > 0 || tests.length > 0
  const brief = [
    total.errors > 0 && t('checkErrors', { count: total.errors }),
    tests.length > 0 && t('checkTests', { count: tests.length }),
    !isBlocking && t('checkWarnings', { count: all.length }),
  ]
  return (
    <Section
      title={t('check')}
      brief={brief.filter(Boolean).join(' · ')}
      tone={isBlocking ? 'bad' : undefined}
      isOpen={isBlocking}
    >
      <div className={styles.checks}>
        {tests.length > 0 && <FailingTests tests={tests} onGo={onClose} />}
        {all.length > 0 && <ProblemList problems={all} onGo={onClose} />}
      </div>
    </Section>
  )
}
