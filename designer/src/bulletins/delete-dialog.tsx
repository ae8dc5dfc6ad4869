import { Alert, Button, Modal } from '@mantine/core'
import type { Bulletin } from '@pregoner/shared'
import { describeError } from '../api/api-error.ts'
import { useDeleteBulletin } from '../api/bulletins.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './bulletins.module.css'
import { bulletinWords } from './words.ts'

interface DeleteDialogProps {
  of: Bulletin
  onClose: () => void
  onDeleted: () => void
}

/** Asks before a bulletin is deleted. */
export function DeleteDialog({ of, onClose, onDeleted }: DeleteDialogProps) {
  const t = useWords(bulletinWords)
  const remove = useDeleteBulletin(useTownKey())
  useFocusBack()
  return (
    <Modal opened centered title={of.name} onClose={onClose} closeButtonProps={{ 'aria-label': t('keep') }}>
      <div className={styles.form}>
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
