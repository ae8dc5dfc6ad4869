import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import type { IncidentStatus } from '@pregoner/shared'
import { useRef, useState } from 'react'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { deskWords } from './words.ts'
import { workWords } from './work-words.ts'

interface StatusDialogProps {
  status: IncidentStatus
  /** Whether there is a conversation in which the citizen could be told. */
  canTell: boolean
  isBusy: boolean
  /** Why the last try did not work. */
  error: string | null
  onCancel: () => void
  onConfirm: (told: { tell?: string; reason?: string }) => void
}

/** Before a status changes: what the citizen is told, and why nothing was done or who does it now. */
export function StatusDialog({ status, canTell, isBusy, error, onCancel, onConfirm }: StatusDialogProps) {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  useFocusBack()
  const [tell, setTell] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const asksReason = status === 'closed'
  const asksWhom = status === 'referred'
  const confirm = () => {
    setTried(true)
    if (asksReason && reason.trim() === '') return reasonField.current?.focus()
    onConfirm({
      ...(tell.trim() ? { tell: tell.trim() } : {}),
      ...(asksReason || (asksWhom && reason.trim()) ? { reason: reason.trim() } : {}),
    })
  }
  const name = t(`status.${status}`)
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('changeTo', { status: name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <Stack>
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        {asksReason && (
          <Textarea
            ref={reasonField}
            label={t('reason')}
            autosize
            minRows={2}
            maxLength={1_000}
            required
            value={reason}
            error={isTried && reason.trim() === '' ? t('reasonMissing') : undefined}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        {asksWhom && (
          <TextInput
            label={w('referredTo')}
            description={w('referredToHint')}
            maxLength={1_000}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        {canTell && (
          <Textarea
            data-autofocus
            label={t('tell')}
            description={t('tellHint')}
            autosize
            minRows={3}
            maxLength={1_000}
            value={tell}
            onChange={event => setTell(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button loading={isBusy} onClick={confirm}>
            {t('changeTo', { status: name })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
