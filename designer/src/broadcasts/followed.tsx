import { Progress } from '@mantine/core'
import type { Broadcast, BroadcastProgress } from '@pregoner/shared'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTown } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './broadcasts.module.css'
import { RunningFronts } from './emergency/running-fronts.tsx'
import { WaitingNote } from './plan/quiet-note.tsx'
import { Preview } from './preview.tsx'
import { StateMark } from './state-mark.tsx'
import { broadcastWords } from './words.ts'

const steps = ['waiting', 'sent', 'delivered', 'read', 'failed', 'left'] as const
const words = {
  waiting: 'waiting',
  sent: 'sentCount',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  left: 'left',
} as const

/** A notice that was sent: how far it got, and what it said. */
export function Followed({ broadcast, progress }: { broadcast: Broadcast; progress: BroadcastProgress }) {
  const t = useWords(broadcastWords)
  const town = useTown()
  const formats = useFormats()
  const now = useNow()
  const [language, setLanguage] = useState(town.defaultLanguage)
  const { recipients, waiting, reasons } = progress
  const done = recipients - waiting
  const share = recipients === 0 ? 0 : (100 * done) / recipients
  const { name, state, sentBy, sentAt } = broadcast
  return (
    <Page
      title={name}
      isWide
      lead={
        <Link to={`/t/${town.key}/broadcasts`} className={styles.back}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('back')}
        </Link>
      }
      actions={<StateMark state={state} />}
    >
      <div className={styles.compose}>
        <section className={styles.form} aria-label={t('progress', { done, all: recipients })}>
          {sentAt && (
            <p className={styles.note} title={formats.exact(sentAt)}>
              {t('sentBy', { name: sentBy ?? '', when: formats.relative(sentAt, now) })}
            </p>
          )}
          <RunningFronts only={broadcast.id} />
          <WaitingNote {...broadcast} />
          <div className={styles.bar}>
            <p className={styles.reached} role="status">
              {t('progress', { done: formats.number(done), all: formats.number(recipients) })}
            </p>
            <Progress value={share} size="lg" aria-label={t('progress', { done, all: recipients })} />
          </div>
          <dl className={styles.figures}>
            {steps.map(step => (
              <div key={step} data-step={step}>
                <dt>{t(words[step])}</dt>
                <dd>{formats.number(progress[step])}</dd>
              </div>
            ))}
          </dl>
          {reasons.length > 0 && (
            <div>
              <h2>{t('reasons')}</h2>
              <ul className={styles.reasons}>
                {reasons.map(({ reason, count }) => (
                  <li key={reason}>
                    <strong>{formats.number(count)}</strong> {reason}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
        <aside className={styles.side} aria-label={t('said')}>
          <Preview draft={broadcast} language={language} onLanguage={setLanguage} />
        </aside>
      </div>
    </Page>
  )
}
