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
import { Control } from './following/control.tsx'
import following from './following/following.module.css'
import { ProgressBar } from './following/progress-bar.tsx'
import { byMeaning } from './following/reason.ts'
import { WaitingNote } from './plan/quiet-note.tsx'
import { Preview } from './preview.tsx'
import { StateMark } from './state-mark.tsx'
import { followingWords } from './words/following.ts'
import { reasonWords } from './words/reasons.ts'
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

/** A notice that was sent: how far it got, what may be done to it, and what it said. */
export function Followed({ broadcast, progress }: { broadcast: Broadcast; progress: BroadcastProgress }) {
  const t = useWords(broadcastWords)
  const f = useWords(followingWords)
  const town = useTown()
  const formats = useFormats()
  const now = useNow()
  const [language, setLanguage] = useState(town.defaultLanguage)
  const { name, state, sentBy, sentAt } = broadcast
  const all = progress.recipients
  const done = { done: formats.number(all - progress.waiting), all: formats.number(all) }
  const isNoted = state === 'paused' || state === 'stopped' || state === 'listing'
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
        <section className={styles.form} aria-label={t('progress', done)}>
          {sentAt && (
            <p className={styles.note} title={formats.exact(sentAt)}>
              {t('sentBy', { name: sentBy ?? '', when: formats.relative(sentAt, now) })}
            </p>
          )}
          <RunningFronts only={broadcast.id} />
          <WaitingNote {...broadcast} />
          <div className={styles.bar}>
            <p className={styles.reached} role="status">
              {t('progress', done)}
            </p>
            <ProgressBar progress={progress} label={t('progress', done)} />
            {isNoted && <p className={following.note}>{f(`note.${state}`)}</p>}
          </div>
          <Control of={broadcast} progress={progress} />
          <dl className={styles.figures}>
            {steps.map(step => (
              <div key={step} data-step={step}>
                <dt>
                  {step !== 'waiting' && step !== 'left' && (
                    <span className={following.key} data-part={step} aria-hidden="true" />
                  )}
                  {step === 'waiting' && state === 'stopped' ? f('notSent') : t(words[step])}
                </dt>
                <dd>{formats.number(progress[step])}</dd>
              </div>
            ))}
          </dl>
          <Reasons reasons={progress.reasons} />
        </section>
        <aside className={styles.side} aria-label={t('said')}>
          <Preview draft={broadcast} language={language} onLanguage={setLanguage} />
        </aside>
      </div>
    </Page>
  )
}

function Reasons({ reasons }: Pick<BroadcastProgress, 'reasons'>) {
  const t = useWords(broadcastWords)
  const why = useWords(reasonWords)
  const formats = useFormats()
  if (reasons.length === 0) return null
  return (
    <div>
      <h2>{t('reasons')}</h2>
      <ul className={styles.reasons}>
        {byMeaning(reasons).map(({ key, meaning, words: said, count }) => (
          <li key={key}>
            <strong>{formats.number(count)}</strong> {why(meaning, { words: said })}
          </li>
        ))}
      </ul>
    </div>
  )
}
