import { Button } from '@mantine/core'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import type { FlowOutcome } from './replace-in-flows.ts'
import styles from './search.module.css'
import type { Report } from './use-replacing.ts'
import { searchWords } from './words.ts'

interface ReportListProps {
  report: Report
  isBusy: boolean
  onTakeBack(): void
  onAgain(): void
}

const icons = { good: CircleCheck, warning: TriangleAlert, bad: CircleAlert }

function Line({ state, children }: { state: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[state]
  return (
    <li data-state={state}>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </li>
  )
}

/** What was replaced, and what was not and why. */
export function ReportList({ report, isBusy, onTakeBack, onAgain }: ReportListProps) {
  const t = useWords(searchWords)
  const { here, others, takenBack } = report
  const replaced = others.flatMap(one => (one.kind === 'replaced' ? [one] : []))
  const sums = [...(here ? [here] : []), ...replaced]
  const left = sums.reduce((sum, one) => sum + one.left, 0)
  const tooLong = sums.reduce((sum, one) => sum + one.tooLong, 0)

  const wordsOf = (one: FlowOutcome) => {
    const { name } = one
    if (one.kind === 'replaced') return t('replacedThere', { name, count: one.count })
    if (one.kind === 'failed') return t('failed', { name, message: one.message })
    return one.by ? t('stale', { name, by: one.by }) : t('staleUnknown', { name })
  }
  return (
    <section className={styles.report} aria-label={t('report')}>
      <ul role="status">
        {here && <Line state="good">{t('replacedHere', { count: here.count })}</Line>}
        {others.map(one => (
          <Line key={one.id} state={one.kind === 'replaced' ? 'good' : 'bad'}>
            {wordsOf(one)}
          </Line>
        ))}
        {left > 0 && <Line state="warning">{t('left', { count: left })}</Line>}
        {tooLong > 0 && <Line state="warning">{t('tooLong', { count: tooLong })}</Line>}
        {takenBack && takenBack.back.length > 0 && (
          <Line state="good">{t('tookBack', { count: takenBack.back.length })}</Line>
        )}
        {takenBack && takenBack.left.length > 0 && (
          <Line state="bad">{t('notTakenBack', { names: takenBack.left.join(', ') })}</Line>
        )}
      </ul>
      <div className={styles.reportActions}>
        {replaced.length > 0 && !takenBack && (
          <Button variant="default" loading={isBusy} onClick={onTakeBack}>
            {t('takeBack')}
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </section>
  )
}
