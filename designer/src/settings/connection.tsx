import { Button } from '@mantine/core'
import type { ChannelCheck, CheckOutcome } from '@pregoner/shared'
import { CircleAlert, CircleCheck, CircleDashed, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useChannelCheck, useSubscribe } from '../api/connection.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './connection.module.css'
import { CopyLine } from './copy-line.tsx'
import { Outcome } from './outcome.tsx'
import { connectionWords } from './words/connection.ts'

interface ConnectionProps {
  townKey: string
  channelKey: string
  onCredentials: () => void
}

type State = 'done' | 'wrong' | 'open'
const stateOf = (outcome: CheckOutcome): State => {
  if (outcome === 'ok') return 'done'
  return outcome === 'missing' || outcome === 'not_done' ? 'open' : 'wrong'
}

/** What there is to do until a number works, and how each step stands just now. */
export function Connection({ townKey, channelKey, onCredentials }: ConnectionProps) {
  const t = useWords(connectionWords)
  const check = useChannelCheck(townKey, channelKey, true)
  if (check.isError && !check.data) return <Failed error={check.error} onRetry={() => void check.refetch()} />
  if (!check.data) return <PageLoading />
  return (
    <section className={styles.area} aria-label={t('title')}>
      <div className={styles.top}>
        <h4>{t('title')}</h4>
        <Button
          variant="subtle"
          loading={check.isFetching}
          leftSection={<RefreshCw size={16} aria-hidden="true" />}
          onClick={() => void check.refetch()}
        >
          {t('again')}
        </Button>
      </div>
      <Steps check={check.data} townKey={townKey} channelKey={channelKey} onCredentials={onCredentials} />
    </section>
  )
}

function Steps({ check, townKey, channelKey, onCredentials }: ConnectionProps & { check: ChannelCheck }) {
  const t = useWords(connectionWords)
  const formats = useFormats()
  const now = useNow()
  const subscribe = useSubscribe(townKey, channelKey)
  const { secrets, accountId, number, subscription, templates, verifiedAt, webhookAt } = check
  const quality = qualities.find(each => each === number.quality)
  const lacking = [
    ...(secrets.accessToken ? [] : [t('accessToken')]),
    ...(secrets.appSecret ? [] : [t('appSecret')]),
    ...(secrets.verifyToken ? [] : [t('verifyToken')]),
    ...(accountId ? [] : [t('accountId')]),
  ]
  const said = ({ outcome, code }: { outcome: CheckOutcome; code: number | null }, fine: string) => {
    if (outcome === 'ok') return fine
    return outcome === 'refused' ? t('refused', { code: code ?? 0 }) : t(outcome)
  }
  return (
    <ol className={styles.steps}>
      <Step state={lacking.length === 0 ? 'done' : 'open'} title={t('credentials')}>
        {lacking.length === 0 ? t('credentialsThere') : t('lacking', { names: lacking.join(', ') })}
        <Button variant="default" size="compact-md" onClick={onCredentials}>
          {t('enter')}
        </Button>
      </Step>
      <Step state={stateOf(number.outcome)} title={t('number')}>
        {said(number, [number.verifiedName, number.displayNumber].filter(Boolean).join(' · '))}
        {quality && <span>{t(quality)}</span>}
      </Step>
      <Step state={verifiedAt ? 'done' : 'open'} title={t('webhook')}>
        {verifiedAt ? t('verified', { when: formats.relative(verifiedAt, now) }) : t('notVerified')}
        <CopyLine label={t('address')} value={`${location.origin}/webhooks/whatsapp/${channelKey}`} />
      </Step>
      <Step state={stateOf(subscription.outcome)} title={t('subscription')}>
        {said(subscription, t('subscribed'))}
        {subscription.outcome === 'not_done' && (
          <Button size="compact-md" loading={subscribe.isPending} onClick={() => subscribe.mutate()}>
            {t('subscribe')}
          </Button>
        )}
        {subscribe.data && subscribe.data.outcome !== 'ok' && (
          <span role="alert" className={styles.wrong}>
            {said(subscribe.data, '')} {t('subscribeHelp')}
          </span>
        )}
        <Outcome error={subscribe.error} />
      </Step>
      <Step state={webhookAt ? 'done' : 'open'} title={t('arriving')}>
        {webhookAt ? t('arrived', { when: formats.relative(webhookAt, now) }) : t('nothingYet')}
      </Step>
      <Step state={stateOf(templates.outcome)} title={t('templates')}>
        {said(templates, t('templateCount', { all: templates.all, approved: templates.approved }))}
      </Step>
    </ol>
  )
}

const qualities = ['GREEN', 'YELLOW', 'RED'] as const
const icons = { done: CircleCheck, wrong: CircleAlert, open: CircleDashed }

function Step({ state, title, children }: { state: State; title: string; children: ReactNode }) {
  const t = useWords(connectionWords)
  const Icon = icons[state]
  return (
    <li className={styles.step} data-state={state}>
      <Icon size={22} aria-hidden="true" />
      <div className={styles.words}>
        <strong>
          {title} <span className={styles.state}>{t(state)}</span>
        </strong>
        <div className={styles.body}>{children}</div>
      </div>
    </li>
  )
}
