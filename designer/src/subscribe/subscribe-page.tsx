import { type SubscriptionForm, subscriptionForm } from '@pregoner/shared'
import { useCallback, useEffect, useState } from 'react'
import { isApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { useWords } from '../i18n/index.ts'
import { LanguageChoice } from '../track/language-choice.tsx'
import styles from '../track/track.module.css'
import { ConfirmStep } from './confirm-step.tsx'
import { forgetAsked, type KeptAsk, keepAsked, keptAsked } from './kept-ask.ts'
import { SubscribeForm } from './subscribe-form.tsx'
import { subscribeWords } from './words.ts'

type Found = { state: 'loading' | 'not_found' | 'too_many' | 'failed' } | { state: 'good'; form: SubscriptionForm }

const failureOf = (error: unknown): Found['state'] & ('not_found' | 'too_many' | 'failed') => {
  if (isApiError(error, 'not_found')) return 'not_found'
  return isApiError(error, 'too_many') ? 'too_many' : 'failed'
}

function useForm(townKey: string) {
  const [found, setFound] = useState<Found>({ state: 'loading' })
  const look = useCallback(() => {
    setFound({ state: 'loading' })
    call(subscriptionForm, `/subscribe/${encodeURIComponent(townKey)}`).then(
      form => setFound({ state: 'good', form }),
      error => setFound({ state: failureOf(error) }),
    )
  }, [townKey])
  useEffect(look, [look])
  return { found, look }
}

/** Where neighbours subscribe to a town's notices: a form, then a message from their own phone. No sign-in. */
export function SubscribePage({ townKey }: { townKey: string }) {
  const t = useWords(subscribeWords)
  const { found, look } = useForm(townKey)
  const townName = found.state === 'good' ? found.form.townName : null
  useEffect(() => {
    document.title = townName === null ? t('title') : t('titleOf', { townName })
  }, [townName, t])
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.town}>{townName ?? 'Pregoner'}</span>
        <LanguageChoice />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('title')}</h1>
        {found.state === 'loading' && (
          <p className={styles.patience} role="status">
            {t('loading')}
          </p>
        )}
        {found.state === 'good' && <Steps townKey={townKey} form={found.form} />}
        {found.state !== 'good' && found.state !== 'loading' && (
          <div className={styles.trouble}>
            <h2>{t(found.state)}</h2>
            <p>{t(`${found.state}Help`)}</p>
            {found.state !== 'not_found' && (
              <button type="button" className={styles.quiet} onClick={look}>
                {t('tryAgain')}
              </button>
            )}
          </div>
        )}
      </main>
    </div>
  )
}

function Steps({ townKey, form }: { townKey: string; form: SubscriptionForm }) {
  const t = useWords(subscribeWords)
  const [asked, setAsked] = useState<KeptAsk | null>(() => keptAsked(townKey))
  const lacks = form.number === null ? 'noNumber' : 'noTopics'
  if (form.number === null || form.topics.length === 0)
    return (
      <div className={styles.matter}>
        <h2>{t(lacks)}</h2>
        <p>{t(`${lacks}Help`)}</p>
        {form.hasChat && form.topics.length > 0 && <a href={`/chat/${encodeURIComponent(townKey)}`}>{t('chat')}</a>}
      </div>
    )
  const begin = () => {
    forgetAsked(townKey)
    setAsked(null)
  }
  const goOn = (next: KeptAsk) => {
    keepAsked(townKey, next)
    setAsked(next)
  }
  if (asked)
    return <ConfirmStep townKey={townKey} channel={form.number} country={form.country} asked={asked} onBegin={begin} />
  return <SubscribeForm townKey={townKey} form={form} onAsked={goOn} />
}
