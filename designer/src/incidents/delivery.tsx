import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type IncidentDetail, type IncidentEntry, incidentDetail } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Check, CheckCheck, Clock, Hourglass, RotateCw, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { incidentKey, sendAnswerAgain } from '../api/incidents.ts'
import { newId } from '../api/new-id.ts'
import { queryClient } from '../api/query-client.ts'
import { useWords } from '../i18n/index.ts'
import { changeOnceMore } from './change-once-more.ts'
import { failureOf } from './failure.ts'
import styles from './story.module.css'
import { answeringWords } from './words/answering.ts'

const icons = {
  queued: Clock,
  parked: Hourglass,
  sending: Clock,
  accepted: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: TriangleAlert,
}

interface DeliveryProps {
  town: string
  incident: IncidentDetail
  entry: IncidentEntry
}

/** How far an answer got; why it did not, and what becomes of it now. */
export function Delivery({ town, incident, entry }: DeliveryProps) {
  const t = useWords(answeringWords)
  const { delivery, failure } = entry
  if (!delivery) return null
  const Icon = icons[delivery]
  const why = failure === null ? null : failureOf(failure)
  const isWaiting = entry.kind === 'delivery' && incident.entries.some(one => one.delivery === 'parked')
  const isSentAgain = incident.entries.some(({ againOf }) => againOf === entry.id)
  return (
    <>
      <p className={styles.delivery} data-delivery={delivery}>
        <Icon size={14} aria-hidden="true" />
        <span title={failure ?? undefined}>
          {t(`delivery.${delivery}`)}
          {delivery === 'parked' && `. ${t(afterParking(incident))}`}
          {why && `. ${t(`failure.${why.failure}`)} (${t('failureCode', { code: why.code })})`}
          {isSentAgain && ` ${t('sentAgain')}`}
        </span>
      </p>
      {delivery === 'failed' && (entry.kind === 'answer' || isWaiting) && !isSentAgain && (
        <SendAgain town={town} incident={incident} entry={entry} />
      )}
    </>
  )
}

/** What a parked answer waits for: the newest template that asked the citizen to reply tells. */
function afterParking({ entries }: IncidentDetail) {
  const ask = entries.findLast(({ kind }) => kind === 'delivery')
  if (!ask) return 'parkedNoAsk'
  return ask.delivery === 'failed' ? 'parkedAskFailed' : 'parkedAsked'
}

function SendAgain({ town, incident, entry }: DeliveryProps) {
  const t = useWords(answeringWords)
  const answerId = useRef(newId())
  const keep = (changed: IncidentDetail) => queryClient.setQueryData(incidentKey(town, incident.id), changed)
  const again = useMutation({
    mutationFn: () =>
      changeOnceMore(incident, rev =>
        sendAnswerAgain(town, incident.id, entry.id, { rev, answerId: answerId.current }),
      ),
    onSuccess: changed => {
      keep(changed)
      notifications.show({ message: t(entry.kind === 'answer' ? 'againSent' : 'againAsked') })
    },
    onError: error => {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (current?.success) keep(current.data)
      notifications.show({ color: 'red', message: describeError(error) })
    },
  })
  return (
    <Button
      size="compact-sm"
      mih="var(--target)"
      variant="default"
      className={styles.again ?? ''}
      leftSection={<RotateCw size={14} aria-hidden="true" />}
      loading={again.isPending}
      onClick={() => again.mutate()}
    >
      {t(entry.kind === 'answer' ? 'again' : 'askAgain')}
    </Button>
  )
}
