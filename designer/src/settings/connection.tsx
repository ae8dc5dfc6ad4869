import { Button } from '@mantine/core'
import type { ChannelCheck, CheckOutcome } from '@pregoner/shared'
import { RefreshCw } from 'lucide-react'
import { useChannelCheck, useSubscribe } from '../api/connection.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './connection.module.css'
import { ConnectionStep, type StepState } from './connection-step.tsx'
import { CopyLine } from './copy-line.tsx'
import { Outcome } from './outcome.tsx'
import { useAdvice } from './use-advice.ts'
import { checkAdviceWords } from './words/check-advice.ts'
import { connectionWords } from './words/connection.ts'

interface ConnectionProps {
  townKey: string
  channelKey: string
  onCredentials: () => void
}

const stateOf = (outcome: CheckOutcome): StepState => {
  if (outcome === 'ok') return 'done'
  return outcome === 'missing' || outcome === 'not_done' ? 'open' : 'wrong'
}

const heardOf = (at: string | null, isWrong: boolean): StepState => {
  if (at !== null) return 'done'
  return isWrong ? 'wrong' : 'open'
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
  const a = useWords(checkAdviceWords)
  const advice = useAdvice()
  const formats = useFormats()
  const now = useNow()
  const subscribe = useSubscribe(townKey, channelKey)
  const { secrets, accountId, number, secret, subscription, templates, verifiedAt, webhookAt, refused } = check
  const quality = qualities.find(each => each === number.quality)
  const lacking = [
    ...(secrets.accessToken ? [] : [t('accessToken')]),
    ...(secrets.appSecret ? [] : [t('appSecret')]),
    ...(secrets.verifyToken ? [] : [t('verifyToken')]),
    ...(accountId ? [] : [t('accountId')]),
  ]
  /** Said of what was turned away, unless all has gone well since. */
  const since = (key: 'wrongVerifyToken' | 'wrongSignature' | 'otherNumber', at: string | null, fine: string | null) =>
    at !== null && at > (fine ?? '') ? a(key, { when: formats.relative(at, now) }) : null
  const wrongVerifyToken = since('wrongVerifyToken', refused.verifyTokenAt, verifiedAt)
  const wrongArrivals = [
    since('wrongSignature', refused.signatureAt, webhookAt),
    since('otherNumber', refused.numberAt, webhookAt),
  ]
  const isSecretWrong = secret.outcome === 'refused'
  const noneApproved = templates.outcome === 'ok' && templates.approved === 0
  const open = lacking.length === 0 ? 'done' : 'open'
  return (
    <ol className={styles.steps}>
      <ConnectionStep
        state={isSecretWrong ? 'wrong' : open}
        title={t('credentials')}
        advice={[isSecretWrong ? advice('secret', secret) : null]}
      >
        {lacking.length === 0 ? t('credentialsThere') : t('lacking', { names: lacking.join(', ') })}
        <Button variant="default" size="compact-md" onClick={onCredentials}>
          {t(lacking.length === 0 ? 'change' : 'enter')}
        </Button>
      </ConnectionStep>
      <ConnectionStep state={stateOf(number.outcome)} title={t('number')} advice={[advice('number', number)]}>
        {[number.verifiedName, number.displayNumber].filter(Boolean).join(' · ')}
        {quality && <span>{t(quality)}</span>}
      </ConnectionStep>
      <ConnectionStep
        state={heardOf(verifiedAt, wrongVerifyToken !== null)}
        title={t('webhook')}
        advice={[wrongVerifyToken]}
      >
        {verifiedAt ? t('verified', { when: formats.relative(verifiedAt, now) }) : t('notVerified')}
        <CopyLine label={t('address')} value={`${location.origin}/webhooks/whatsapp/${channelKey}`} />
      </ConnectionStep>
      <ConnectionStep
        state={stateOf(subscription.outcome)}
        title={t('subscription')}
        advice={[advice('account', subscription)]}
      >
        {subscription.outcome === 'ok' && t('subscribed')}
        {subscription.outcome === 'not_done' && (
          <Button size="compact-md" loading={subscribe.isPending} onClick={() => subscribe.mutate()}>
            {t('subscribe')}
          </Button>
        )}
        {subscribe.data && subscribe.data.outcome !== 'ok' && (
          <span role="alert" className={styles.wrong}>
            {advice('callback', subscribe.data)}
          </span>
        )}
        <Outcome error={subscribe.error} />
      </ConnectionStep>
      <ConnectionStep
        state={heardOf(
          webhookAt,
          wrongArrivals.some(words => words !== null),
        )}
        title={t('arriving')}
        advice={wrongArrivals}
      >
        {webhookAt ? t('arrived', { when: formats.relative(webhookAt, now) }) : t('nothingYet')}
      </ConnectionStep>
      <ConnectionStep
        state={noneApproved ? 'open' : stateOf(templates.outcome)}
        title={t('templates')}
        advice={[advice('account', templates), noneApproved ? a('noneApproved', { all: templates.all }) : null]}
      >
        {templates.outcome === 'ok' &&
          !noneApproved &&
          t('templateCount', { all: templates.all, approved: templates.approved })}
      </ConnectionStep>
    </ol>
  )
}

const qualities = ['GREEN', 'YELLOW', 'RED'] as const
