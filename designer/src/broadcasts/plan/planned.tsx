import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Broadcast } from '@pregoner/shared'
import { ArrowLeft, CalendarX } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { describeError, isApiError } from '../../api/api-error.ts'
import { questionOf, useAudience, useBroadcasts, useUnschedule } from '../../api/broadcasts.ts'
import { useTown } from '../../api/town.ts'
import { Page } from '../../frame/page.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import { AudiencePanel } from '../audience-panel.tsx'
import styles from '../broadcasts.module.css'
import { Preview } from '../preview.tsx'
import { StateMark } from '../state-mark.tsx'
import { planWords } from '../words/plan.ts'
import { broadcastWords } from '../words.ts'
import { NextDates } from './next-dates.tsx'
import own from './plan.module.css'
import { QuietNote } from './quiet-note.tsx'
import { useTownWhen } from './use-town-when.ts'

/** A notice that waits for its time: when it goes out, what it says, how to stop it. */
export function Planned({ broadcast }: { broadcast: Broadcast }) {
  const t = useWords(planWords)
  const b = useWords(broadcastWords)
  const town = useTown()
  const formats = useFormats()
  const when = useTownWhen()
  const [language, setLanguage] = useState(town.defaultLanguage)
  const audience = useAudience(town.key, questionOf(broadcast))
  const cancel = useUnschedule(town.key)
  const { id, name, plan, nextAt, sentBy, state, missedAt } = broadcast
  const repeat = plan && plan.repeat !== 'once' ? plan.repeat : null
  return (
    <Page
      title={name}
      isWide
      lead={
        <Link to={`/t/${town.key}/broadcasts`} className={styles.back}>
          <ArrowLeft size={16} aria-hidden="true" />
          {b('back')}
        </Link>
      }
      actions={<StateMark state={state} />}
    >
      <div className={styles.compose}>
        <section className={styles.form} aria-label={t('when')}>
          {missedAt && <Alert color="yellow">{t('missed', { when: when(missedAt) })}</Alert>}
          {nextAt && (
            <div>
              <p className={own.goesOut}>{t('goesOut', { when: when(nextAt) })}</p>
              <p className={styles.note}>
                {repeat && `${t(`again.${repeat}`)} `}
                {repeat && plan?.until && `${t('endsOn', { day: formats.date(plan.until) })} `}
                {sentBy && `${t('scheduledBy', { name: sentBy })}.`}
              </p>
            </div>
          )}
          {nextAt && <QuietNote at={new Date(nextAt)} of={broadcast} />}
          {plan && repeat && <NextDates plan={plan} />}
          {cancel.isError && (
            <Alert color="red" role="alert">
              {isApiError(cancel.error, 'stale') ? b('stale') : describeError(cancel.error)}
            </Alert>
          )}
          <div className={styles.foot}>
            <Button
              variant="default"
              leftSection={<CalendarX size={16} aria-hidden="true" />}
              loading={cancel.isPending}
              onClick={() =>
                cancel.mutate(broadcast, { onSuccess: () => notifications.show({ message: t('cancelled') }) })
              }
            >
              {t(repeat ? 'cancelRepeated' : 'cancelOnce')}
            </Button>
          </div>
          <p className={styles.note}>{t('toChange')}</p>
          {repeat && <GoneOut of={id} />}
        </section>
        <aside className={styles.side} aria-label={b('preview')}>
          {audience.data && <AudiencePanel audience={audience.data} isOld={audience.isPlaceholderData} />}
          <Preview draft={broadcast} language={language} onLanguage={setLanguage} />
        </aside>
      </div>
    </Page>
  )
}

/** What has gone out of a repeated notice, the newest first. */
function GoneOut({ of }: { of: string }) {
  const t = useWords(planWords)
  const town = useTown()
  const when = useTownWhen()
  const { data } = useBroadcasts(town.key)
  const gone = data?.filter(({ planOf }) => planOf === of) ?? []
  if (gone.length === 0) return null
  return (
    <div>
      <h2>{t('gone')}</h2>
      <ul className={own.dates}>
        {gone.map(({ id, sentAt, changedAt }) => (
          <li key={id}>
            <Link to={`/t/${town.key}/broadcasts/${id}`}>{when(sentAt ?? changedAt)}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
