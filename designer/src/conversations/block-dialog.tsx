import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { conversationWords } from './words.ts'

interface BlockDialogProps {
  name: string
  isBusy: boolean
  /** Why the last try did not work. */
  error: string | null
  onCancel: () => void
  onConfirm: (reason: string) => void
}

/** Before a sender is blocked: what that does, and why. */
export function BlockDialog({ name, isBusy, error, onCancel, onConfirm }: BlockDialogProps) {
  const t = useWords(conversationWords)
  useFocusBack()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const confirm = () => {
    setTried(true)
    if (reason.trim() === '') return field.current?.focus()
    onConfirm(reason.trim())
  }
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('blockTitle', { name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <Stack>
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <p>{t('blockWhat')}</p>
        <Textarea
          ref={field}
          data-autofocus
          label={t('blockReason')}
          autosize
          minRows={2}
          maxLength={500}
          required
          value={reason}
          error={isTried && reason.trim() === '' ? t('blockReasonMissing') : undefined}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" mih="var(--target)" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button mih="var(--target)" loading={isBusy} onClick={confirm}>
            {t('blockIt', { name })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
