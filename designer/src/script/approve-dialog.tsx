import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { approveFlow, type Flow, type Language } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { approvalsKey, approve } from '../api/approvals.ts'
import { queryClient } from '../api/query-client.ts'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './script.module.css'
import { scriptWords } from './words.ts'

const MAX_NAME_CHARS = 120
const MAX_NOTE_CHARS = 1_000

interface ApproveDialogProps {
  townKey: string
  flow: Flow
  drawing: string
  /** The languages the conversations are shown in. */
  languages: readonly Language[]
  onClose(): void
}

/** Records who has read the conversations and agrees with them. */
export function ApproveDialog({ townKey, flow, drawing, languages: shown, onClose }: ApproveDialogProps) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const [approver, setApprover] = useState('')
  const [office, setOffice] = useState('')
  const [note, setNote] = useState('')
  const [languages, setLanguages] = useState<string[]>([...shown])
  const parsed = approveFlow.safeParse({ drawing, approver, office, note, languages })
  const approval = useMutation({
    mutationFn: () => approve(townKey, flow.id, approveFlow.parse(parsed.data)),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: approvalsKey(townKey, flow.id) })
      notifications.show({ color: 'teal', message: t('saved', { approver: approver.trim() }) })
      onClose()
    },
  })
  const { error } = approval
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (parsed.success) approval.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={t('approveOpen')}>
      <form onSubmit={submit}>
        <Stack>
          <p className={styles.hint}>{t('approveHint')}</p>
          <TextInput
            data-autofocus
            required
            label={t('approver')}
            maxLength={MAX_NAME_CHARS}
            value={approver}
            onChange={event => setApprover(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('office')}
            description={t('officeHint')}
            maxLength={MAX_NAME_CHARS}
            value={office}
            onChange={event => setOffice(event.currentTarget.value)}
          />
          <Checkbox.Group label={t('readIn')} value={languages} onChange={setLanguages}>
            <Group mt="xs">
              {flow.languages.map(code => (
                <Checkbox key={code} value={code} label={nameOf(code)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Textarea
            label={t('note')}
            autosize
            minRows={2}
            maxLength={MAX_NOTE_CHARS}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          {error && (
            <p className={styles.wrong} role="alert">
              {isApiError(error, 'stale') ? t('staleDrawing') : describeError(error)}
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={approval.isPending} disabled={!parsed.success}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
