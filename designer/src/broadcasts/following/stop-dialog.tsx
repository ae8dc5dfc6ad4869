import { Alert, Button, Modal } from '@mantine/core'
import type { Broadcast, BroadcastProgress } from '@pregoner/shared'
import { describeError } from '../../api/api-error.ts'
import { useControlBroadcast } from '../../api/broadcasts.ts'
import { useTownKey } from '../../api/town.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useWords } from '../../i18n/index.ts'
import styles from '../broadcasts.module.css'
import { followingWords } from '../words/following.ts'
import { broadcastWords } from '../words.ts'

interface StopDialogProps {
  of: Broadcast
  progress: BroadcastProgress
  onClose: () => void
}

/** Asks before a notice is ended, with how many would not get it. */
export function StopDialog({ of, progress, onClose }: StopDialogProps) {
  const t = useWords(followingWords)
  const common = useWords(broadcastWords)
  const control = useControlBroadcast(useTownKey())
  useFocusBack()
  return (
    <Modal
      opened
      centered
      title={t('stopTitle', { name: of.name })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={styles.dialog}>
        <p>{t('stopWarn', { count: progress.waiting })}</p>
        {of.state === 'listing' && <p>{t('stopList')}</p>}
        {control.isError && (
          <Alert color="red" role="alert">
            {describeError(control.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          <Button
            color="red"
            loading={control.isPending}
            onClick={() => control.mutate({ id: of.id, action: 'stop' }, { onSuccess: onClose })}
          >
            {t('stopNow')}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('keep')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
