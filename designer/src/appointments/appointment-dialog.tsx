import { Alert, Button, Modal, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { type AppointmentView, textIn } from '@pregoner/shared'
import { type ReactNode, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useCancel, useSetState } from '../api/appointments.ts'
import { useTown } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import entry from '../settings/entry-dialog.module.css'
import styles from './appointments.module.css'
import { useTownMoment } from './week-board.tsx'
import { appointmentWords } from './words.ts'

const NARROW = '(max-width: 640px)'
const MAX_MESSAGE_CHARS = 1_000

/** One appointment: who, when and what for; whether they came; and calling it off. */
export function AppointmentDialog({ appointment, onClose }: { appointment: AppointmentView; onClose: () => void }) {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const isNarrow = useMediaQuery(NARROW)
  const moment = useTownMoment()
  const setState = useSetState(town.key)
  const cancel = useCancel(town.key)
  const [isCancelling, setCancelling] = useState(false)
  const [message, setMessage] = useState('')
  useFocusBack()
  const { id, rev, state, name, note, reference, at, madeBy, reminder, canBeTold, serviceId } = appointment
  const service = town.bookableServices?.find(one => one.id === serviceId)
  const failed = setState.error ?? cancel.error
  const mark = (next: AppointmentView['state']) => setState.mutate({ id, rev, state: next }, { onSuccess: onClose })
  const callOff = () =>
    cancel.mutate(
      { id, rev, message: canBeTold ? message.trim() : null },
      {
        onSuccess: () => {
          notifications.show({ message: t('cancelled') })
          onClose()
        },
      },
    )
  return (
    <Modal
      opened
      size={560}
      title={name ?? t('nobody')}
      onClose={onClose}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={styles.facts}>
        <Fact term={t('when')}>{moment(at)}</Fact>
        <Fact term={t('service')}>
          {service ? textIn(service.name, language, town.defaultLanguage) : serviceId} · {t(`state.${state}`)}
        </Fact>
        {note && <Fact term={t('note')}>{note}</Fact>}
        <Fact term={t('reference')}>{reference}</Fact>
        <Fact term={t('madeBy')}>{t(`by.${madeBy}`)}</Fact>
        <Fact term={t('reminder')}>{t(`reminder.${reminder}`)}</Fact>
      </dl>
      {failed && (
        <Alert color="red" role="alert">
          {isApiError(failed, 'stale') ? t('stale') : describeError(failed)}
        </Alert>
      )}
      {isCancelling ? (
        <div className={styles.calling}>
          {canBeTold ? (
            <Textarea
              label={t('message')}
              description={t('messageHint')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={MAX_MESSAGE_CHARS}
              value={message}
              data-autofocus
              onChange={event => setMessage(event.currentTarget.value)}
            />
          ) : (
            <p>{t('cannotTell')}</p>
          )}
          <div className={entry.foot}>
            <Button variant="default" onClick={() => setCancelling(false)}>
              {t('back')}
            </Button>
            <Button color="red" loading={cancel.isPending} onClick={callOff}>
              {t(canBeTold ? 'cancelNow' : 'cancel')}
            </Button>
          </div>
        </div>
      ) : (
        state !== 'cancelled' && (
          <div className={entry.foot}>
            {state === 'booked' && (
              <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
            )}
            {state === 'booked' ? (
              <>
                <Button variant="default" loading={setState.isPending} onClick={() => mark('absent')}>
                  {t('state.absent')}
                </Button>
                <Button loading={setState.isPending} onClick={() => mark('came')}>
                  {t('state.came')}
                </Button>
              </>
            ) : (
              <Button variant="default" loading={setState.isPending} onClick={() => mark('booked')}>
                {t('undo')}
              </Button>
            )}
          </div>
        )
      )}
    </Modal>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd dir="auto">{children}</dd>
  </div>
)
