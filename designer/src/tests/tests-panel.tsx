import { Button, CloseButton } from '@mantine/core'
import type { TownData } from '@pregoner/shared'
import { CircleCheck, CircleDashed, CircleX, FlaskConical } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { closeByEscape } from '../frame/close-by-escape.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { TestView } from './test-view.tsx'
import styles from './tests.module.css'
import { type Recording, useTests } from './tests-store.ts'
import { testWords } from './words.ts'

interface TestsPanelProps {
  town: TownData
  /** Opens the simulator, with a conversation to play or empty. */
  onSimulate(recording: Recording | null): void
}

/** The kept conversations beside the drawing: how each comes out now, and what differs. */
export default function TestsPanel({ town, onSimulate }: TestsPanelProps) {
  const t = useWords(testWords)
  const { tests, failing, results, error, retry, shown, show, close, isRunning } = useTests()
  const one = tests?.find(({ id }) => id === shown)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])

  const summary = () => {
    if (!tests || tests.length === 0 || isRunning || results.size === 0) return ''
    const [first] = failing
    return first ? t('someFail', { count: failing.length, name: first.name }) : t('allFine')
  }
  return (
    <section className={styles.panel} aria-label={t('title')} onKeyDown={closeByEscape('[data-bar="tests"]', close)}>
      <header className={styles.head}>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {t('title')}
        </h2>
        <CloseButton aria-label={t('close')} size="var(--target)" onClick={close} />
      </header>
      <p className="visually-hidden" role="status">
        {summary()}
      </p>
      <div className={styles.body}>
        {!tests && !error && <PageLoading />}
        {error !== null && error !== undefined && <Failed error={error} onRetry={retry} />}
        {tests?.length === 0 && (
          <Empty
            Icon={FlaskConical}
            title={t('empty')}
            action={
              <Button variant="default" onClick={() => onSimulate(null)}>
                {t('openSimulator')}
              </Button>
            }
          >
            <p>{t('lead')}</p>
            <p>{t('emptyHint')}</p>
          </Empty>
        )}
        {one && <TestView key={one.id} test={one} town={town} onPlay={onSimulate} />}
        {tests && tests.length > 0 && !one && (
          <>
            <p className={styles.hint}>{t('lead')}</p>
            <TestList onShow={show} />
          </>
        )}
      </div>
    </section>
  )
}

function TestList({ onShow }: { onShow(id: string): void }) {
  const t = useWords(testWords)
  const { tests = [], results } = useTests()
  const { relative, exact } = useFormats()
  const isFailing = (id: string) => results.get(id)?.hasPassed === false
  const ordered = [...tests].sort((a, b) => Number(isFailing(b.id)) - Number(isFailing(a.id)))
  return (
    <ul className={styles.list}>
      {ordered.map(({ id, name, changedBy, changedAt }) => {
        const result = results.get(id)
        const Icon = result ? (result.hasPassed ? CircleCheck : CircleX) : CircleDashed
        const passed = result?.hasPassed ? 'passed' : 'failed'
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.test}
              data-state={result ? passed : 'none'}
              onClick={() => onShow(id)}
            >
              <Icon size={18} className={styles.testIcon} aria-hidden="true" />
              <span className={styles.testName}>{name}</span>
              <span className={styles.testState}>
                <span className={styles.outcome}>
                  {!result && t('running')}
                  {result && (result.hasPassed ? t('passed') : t('failed', { line: result.index + 1 }))}
                </span>
                {' · '}
                <time dateTime={changedAt} title={exact(changedAt)}>
                  {t('changedBy', { by: changedBy, when: relative(changedAt, new Date()) })}
                </time>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
