import { Button, Group, Modal } from '@mantine/core'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { deskWords } from './words.ts'

interface HandOverDialogProps {
  department: string
  isBusy: boolean
  onCancel: () => void
  onConfirm: () => void
}

/** Asks an agent before an incident goes where they cannot fetch it back from. */
export function HandOverDialog({ department, isBusy, onCancel, onConfirm }: HandOverDialogProps) {
  const t = useWords(deskWords)
  useFocusBack()
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('handOver', { department })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <p>{t('handOverHelp')}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button loading={isBusy} onClick={onConfirm}>
          {t('handOverNow')}
        </Button>
      </Group>
    </Modal>
  )
}
