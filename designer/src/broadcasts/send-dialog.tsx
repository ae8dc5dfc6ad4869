import { Alert, Button, Modal } from '@mantine/core'
import type { Broadcast } from '@pregoner/shared'
import { describeError, isApiError } from '../api/api-error.ts'
import { questionOf, useAudience, useSendBroadcast } from '../api/broadcasts.ts'
import { useTownKey } from '../api/town.ts'
import { PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { AudiencePanel } from './audience-panel.tsx'
import styles from './broadcasts.module.css'
import { broadcastWords } from './words.ts'

interface SendDialogProps {
  of: Broadcast
  onClose: () => void
  onSent: (id: string) => void
}

/** The last look before a notice goes out: to how many, who gets nothing, at what price. */
export function SendDialog({ of, onClose, onSent }: SendDialogProps) {
  const t = useWords(broadcastWords)
  const town = useTownKey()
  const audience = useAudience(town, questionOf(of))
  const send = useSendBroadcast(town)
  useFocusBack()
  const reached = audience.data?.reached ?? 0
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
        {reached > 0 && <p>{t('sendWarn')}</p>}
        {(send.isError || audience.isError) && (
          <Alert color="red" role="alert">
            {isApiError(send.error, 'stale') ? t('stale') : describeError(send.error ?? audience.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          <Button
            disabled={reached === 0}
            loading={send.isPending}
            onClick={() => send.mutate(of, { onSuccess: ({ id }) => onSent(id) })}
          >
            {t('sendNow', { count: reached })}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
