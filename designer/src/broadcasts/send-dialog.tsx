import { Alert, Button, Modal, TextInput } from '@mantine/core'
import { type Broadcast, emergencyWords, isEmergencyWord } from '@pregoner/shared'
import { useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { questionOf, useAudience, useSchedule, useSendBroadcast } from '../api/broadcasts.ts'
import { useTown } from '../api/town.ts'
import { PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { AudiencePanel } from './audience-panel.tsx'
import styles from './broadcasts.module.css'
import { planOf, whenFault } from './plan/when.ts'
import { nowWhen, WhenFields } from './plan/when-fields.tsx'
import { emergencyFormWords } from './words/emergency.ts'
import { planWords } from './words/plan.ts'
import { broadcastWords } from './words.ts'

interface SendDialogProps {
  of: Broadcast
  onClose: () => void
  onSent: (id: string) => void
}

/** The last look before a notice goes out: to how many, who gets nothing, at what price. */
export function SendDialog({ of, onClose, onSent }: SendDialogProps) {
  const t = useWords(broadcastWords)
  const p = useWords(planWords)
  const { key, timeZone } = useTown()
  const audience = useAudience(key, questionOf(of))
  const send = useSendBroadcast(key)
  const schedule = useSchedule(key)
  const e = useWords(emergencyFormWords)
  const [language] = useLanguage()
  const [word, setWord] = useState('')
  const [when, setWhen] = useState(nowWhen)
  useFocusBack()
  const reached = audience.data?.reached ?? 0
  const isEmergency = Boolean(of.emergency)
  const isFront = Boolean(of.emergency?.frontHours)
  const isConfirmed = !isEmergency || isEmergencyWord(word)
  const isNow = when.kind === 'now'
  const plan = isNow || whenFault(when, timeZone, new Date()) ? null : planOf(when)
  const error = send.error ?? schedule.error ?? audience.error
  return (
    <Modal
      opened
      centered
      title={t('sendTitle', { name: of.name })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.dialog}>
        {audience.isPending && <PageLoading />}
        {audience.data && <AudiencePanel audience={audience.data} isOld={audience.isPlaceholderData} />}
        <WhenFields value={when} of={of} onChange={setWhen} />
        {isEmergency && (
          <TextInput
            label={e('type', { word: emergencyWords[language] })}
            value={word}
            autoComplete="off"
            onChange={event => setWord(event.currentTarget.value)}
          />
        )}
        {isNow && reached > 0 && <p>{t('sendWarn')}</p>}
        {error && (
          <Alert color="red" role="alert">
            {isApiError(error, 'stale') ? t('stale') : describeError(error)}
          </Alert>
        )}
        <div className={styles.foot}>
          {isNow ? (
            <Button
              color={isEmergency ? 'red' : undefined}
              disabled={!isConfirmed || (reached === 0 && !isFront)}
              loading={send.isPending}
              onClick={() => send.mutate({ of, word }, { onSuccess: ({ id }) => onSent(id) })}
            >
              {isEmergency ? e('send') : t('sendNow', { count: reached })}
            </Button>
          ) : (
            <Button
              color={isEmergency ? 'red' : undefined}
              disabled={plan === null || !isConfirmed}
              loading={schedule.isPending}
              onClick={() => plan && schedule.mutate({ of, plan, word }, { onSuccess: ({ id }) => onSent(id) })}
            >
              {p('schedule')}
            </Button>
          )}
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
