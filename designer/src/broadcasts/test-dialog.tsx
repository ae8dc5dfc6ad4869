import { Alert, Button, Loader, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Broadcast, Language } from '@pregoner/shared'
import { describeError } from '../api/api-error.ts'
import { useTestPhone, useTryBroadcast } from '../api/broadcasts.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './broadcasts.module.css'
import own from './test-dialog.module.css'
import { broadcastWords } from './words.ts'

interface TestDialogProps {
  of: Broadcast
  language: Language
  onClose: () => void
}

/** Sends the notice to the officer's own phone: the one that has written their code to the channel. */
export function TestDialog({ of, language, onClose }: TestDialogProps) {
  const t = useWords(broadcastWords)
  const town = useTownKey()
  const phone = useTestPhone(town)
  const attempt = useTryBroadcast(town)
  useFocusBack()
  const known = phone.data?.phone ?? null
  const tryNow = () =>
    attempt.mutate(
      { of, language },
      {
        onSuccess() {
          notifications.show({ message: t('tested') })
          onClose()
        },
      },
    )
  return (
    <Modal opened centered title={t('test')} onClose={onClose} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.dialog}>
        {phone.data && known === null && (
          <>
            <p>{t('testCode')}</p>
            <code className={own.code}>{phone.data.code}</code>
          </>
        )}
        <p role="status" className={styles.note}>
          {phone.data && known === null && (
            <>
              <Loader size={14} aria-hidden="true" /> {t('waitingForCode')}
            </>
          )}
          {known !== null && (known === '' ? t('testToChat') : t('testTo', { phone: known }))}
        </p>
        {(attempt.isError || phone.isError) && (
          <Alert color="red" role="alert">
            {describeError(attempt.error ?? phone.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          <Button disabled={known === null} loading={attempt.isPending} onClick={tryNow}>
            {t('testNow')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
