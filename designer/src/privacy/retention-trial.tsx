import { Button } from '@mantine/core'
import type { RetentionTrial } from '@pregoner/shared'
import { CircleCheck, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import styles from './retention.module.css'
import { retentionWords } from './retention-words.ts'

interface RetentionTrialResultProps {
  trial: RetentionTrial
  /** Whether these periods are still to be saved. */
  isChanged: boolean
  isRunning: boolean
  isBusy: boolean
  onSave: () => void
  onRun: () => void
}

/** What would go today; and the way on from there: saving the periods, or letting it go at once. */
export function RetentionTrialResult({
  trial,
  isChanged,
  isRunning,
  isBusy,
  onSave,
  onRun,
}: RetentionTrialResultProps) {
  const t = useWords(retentionWords)
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (isAsking) keep.current?.focus()
  }, [isAsking])
  const total = trial.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className={styles.trial} aria-labelledby="retention-trial">
      <h3 id="retention-trial" ref={heading} tabIndex={-1}>
        {total === 0 ? t('nothing') : t('wouldGo', { count: total, shown: formats.number(total) })}
      </h3>
      <p className={settings.note}>{t('trialLead')}</p>
      {total > 0 && (
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t('class')}</th>
              <th scope="col">{t('count')}</th>
              <th scope="col">{t('oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {trial.map(({ name, count, oldest }) => (
              <tr key={name} data-empty={count === 0 || undefined}>
                <th scope="row">{t(name)}</th>
                <td>{formats.number(count)}</td>
                <td>{oldest ? formats.date(oldest) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isChanged && (
        <div className={styles.actions}>
          <Button mih="var(--target)" loading={isBusy} onClick={onSave}>
            {t('save')}
          </Button>
          <p className={settings.note}>{t('saveNote')}</p>
        </div>
      )}
      {!isChanged && total === 0 && (
        <p className={styles.calm}>
          <CircleCheck size={18} aria-hidden="true" />
          {t('upToDate')}
        </p>
      )}
      {!isChanged && total > 0 && !isAsking && (
        <div className={styles.actions}>
          <Button
            mih="var(--target)"
            color="red"
            variant="outline"
            disabled={isRunning}
            leftSection={<Trash2 size={16} aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {t('runNow')}
          </Button>
          <p className={settings.note}>{t(isRunning ? 'isRunning' : 'orTonight')}</p>
        </div>
      )}
      {!isChanged && isAsking && (
        <div className={styles.asking} role="alert">
          <p>{t('sure', { count: total, shown: formats.number(total) })}</p>
          <div className={styles.actions}>
            <Button ref={keep} mih="var(--target)" variant="default" onClick={() => setAsking(false)}>
              {t('back')}
            </Button>
            <Button mih="var(--target)" color="red" loading={isBusy} onClick={onRun}>
              {t('runSurely', { count: total, shown: formats.number(total) })}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
