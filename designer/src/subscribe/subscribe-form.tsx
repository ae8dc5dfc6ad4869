import { parsePhone, type SubscriptionForm, subscriptionAsked, textIn } from '@pregoner/shared'
import { type FormEvent, useId, useRef, useState } from 'react'
import { isApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import track from '../track/track.module.css'
import type { KeptAsk } from './kept-ask.ts'
import styles from './subscribe.module.css'
import { subscribeWords } from './words.ts'

interface SubscribeFormProps {
  townKey: string
  form: SubscriptionForm
  onAsked: (asked: KeptAsk) => void
}

/** Topics, number and agreement; what is missing is said where it is, and the first of it gets the focus. */
export function SubscribeForm({ townKey, form, onAsked }: SubscribeFormProps) {
  const t = useWords(subscribeWords)
  const [language] = useLanguage()
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const [topicIds, setTopicIds] = useState<string[]>(form.topics.length === 1 ? form.topics.map(each => each.id) : [])
  const [number, setNumber] = useState('')
  const [agrees, setAgrees] = useState(false)
  const [isTried, setTried] = useState(false)
  const [state, setState] = useState<'still' | 'sending' | 'too_many' | 'failed'>('still')
  const faults = {
    topics: topicIds.length === 0,
    number: parsePhone(number, form.country) === null,
    agree: !agrees,
  }
  const shown = (fault: keyof typeof faults) => isTried && faults[fault]
  const hasAll = topicIds.length === form.topics.length

  const toggle = (topicId: string) =>
    setTopicIds(chosen => (chosen.includes(topicId) ? chosen.filter(each => each !== topicId) : [...chosen, topicId]))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const first = (['topics', 'number', 'agree'] as const).find(fault => faults[fault])
    if (first) return element.current?.querySelector<HTMLInputElement>(`[data-part="${first}"] input`)?.focus()
    setState('sending')
    try {
      const body = { topicIds, number, language, agrees: true }
      const path = `/subscribe/${encodeURIComponent(townKey)}`
      const asked = await call(subscriptionAsked, path, { method: 'POST', body })
      onAsked({ ...asked, number: parsePhone(number, form.country) ?? number })
    } catch (error) {
      setState(isApiError(error, 'too_many') ? 'too_many' : 'failed')
    }
  }

  return (
    <form ref={element} className={styles.form} onSubmit={submit} noValidate>
      <p>{t('lead')}</p>
      <fieldset
        className={styles.topics}
        data-part="topics"
        aria-describedby={shown('topics') ? `${id}-topics` : undefined}
      >
        <legend>{t('topics')}</legend>
        {form.topics.map(topic => (
          <label key={topic.id} className={styles.choice}>
            <input type="checkbox" checked={topicIds.includes(topic.id)} onChange={() => toggle(topic.id)} />
            <span>{textIn(topic.name, language, form.defaultLanguage)}</span>
          </label>
        ))}
        {form.topics.length > 2 && (
          <button
            type="button"
            className={styles.link}
            onClick={() => setTopicIds(hasAll ? [] : form.topics.map(topic => topic.id))}
          >
            {t(hasAll ? 'none' : 'all')}
          </button>
        )}
        {shown('topics') && <Fault id={`${id}-topics`} text={t('topicsMissing')} />}
      </fieldset>
      <div className={styles.part} data-part="number">
        <label htmlFor={`${id}-number`} className={styles.label}>
          {t('number')}
        </label>
        <p id={`${id}-help`} className={track.hint}>
          {t('numberHelp')}
        </p>
        <input
          id={`${id}-number`}
          className={track.field}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          maxLength={40}
          value={number}
          onChange={event => setNumber(event.target.value)}
          aria-invalid={shown('number')}
          aria-describedby={`${id}-help ${id}-fault`}
        />
        <span id={`${id}-fault`}>{shown('number') && <Fault text={t('numberWrong')} />}</span>
      </div>
      <div className={styles.part} data-part="agree">
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={agrees}
            onChange={event => setAgrees(event.target.checked)}
            aria-invalid={shown('agree')}
            aria-describedby={shown('agree') ? `${id}-agree` : undefined}
          />
          <span>{form.consents[language]}</span>
        </label>
        {shown('agree') && <Fault id={`${id}-agree`} text={t('agreeMissing')} />}
        <p className={track.hint}>{t('privacy')}</p>
      </div>
      <div aria-live="polite">
        {(state === 'too_many' || state === 'failed') && (
          <div className={track.trouble}>
            <h2>{t(state)}</h2>
            <p>{t(`${state}Help`)}</p>
          </div>
        )}
      </div>
      <button type="submit" className={`${track.primary} ${styles.submit}`} disabled={state === 'sending'}>
        {t(state === 'sending' ? 'sending' : 'submit')}
      </button>
    </form>
  )
}

const Fault = ({ id, text }: { id?: string; text: string }) => (
  <span id={id} className={styles.fault}>
    {text}
  </span>
)
