import { Alert, Button, Modal } from '@mantine/core'
import type { Broadcast } from '@pregoner/shared'
import { describeError } from '../api/api-error.ts'
import { useDeleteBroadcast } from '../api/broadcasts.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './broadcasts.module.css'
import { broadcastWords } from './words.ts'

interface DeleteDialogProps {
  of: Broadcast
  onClose: () => void
  onDeleted: () => void
}

/** Asks before a draft is deleted. */
export function DeleteDialog({ of, onClose, onDeleted }: DeleteDialogProps) {
  const t = useWords(broadcastWords)
  const remove = useDeleteBroadcast(useTownKey())
  useFocusBack()
  return (
    <Modal opened centered title={of.name} onClose={onClose} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.dialog}>
        <p>{t('deleteQuestion')}</p>
        {remove.isError && (
          <Alert color="red" role="alert">
            {describeError(remove.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(of, { onSuccess: onDeleted })}>
            {t('deleteNow')}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('keep')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
