import { Alert, Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import type { IncidentChange } from '@pregoner/shared'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useColleagues } from '../api/incidents.ts'
import { useMembership } from '../api/session.ts'
import { useEntities } from '../fields/index.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { useNames } from './names.ts'
import { workWords } from './work-words.ts'

const MAX_NOTE_CHARS = 4_000

interface HandOverDialogProps {
  town: string
  /** How many incidents go. */
  count: number
  /** Who has them now; null when that is not the same for all. */
  departmentId: string | null
  assigneeId: string | null
  isBusy: boolean
  /** Why the last try did not work. */
  error: string | null
  onCancel: () => void
  onConfirm: (change: Pick<IncidentChange, 'departmentId' | 'assigneeId' | 'note'>) => void
}

/** Where incidents go, to whom, and what they should know; an agent is told when that is out of sight. */
export function HandOverDialog({ town, count, isBusy, error, onCancel, onConfirm, ...now }: HandOverDialogProps) {
  const t = useWords(workWords)
  const names = useNames()
  useFocusBack()
  const departments = useEntities('department')
  const membership = useMembership(town)
  const { data: colleagues = [] } = useColleagues(town)
  const [departmentId, setDepartment] = useState(now.departmentId)
  const [assigneeId, setAssignee] = useState(now.assigneeId)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)

  const there = colleagues.filter(
    ({ role, departments: seen }) => role !== 'agent' || departmentId === null || seen.includes(departmentId),
  )
  const isElsewhere = departmentId !== null && departmentId !== now.departmentId
  const isOutOfSight = isElsewhere && membership?.role === 'agent' && !membership.departments.includes(departmentId)
  const isToSomebodyElse = assigneeId !== (isElsewhere ? null : now.assigneeId)
  const isNothing = !(isElsewhere || isToSomebodyElse)
  const confirm = () => {
    setTried(true)
    if (isNothing) return
    onConfirm({
      ...(isElsewhere ? { departmentId } : {}),
      ...(isToSomebodyElse ? { assigneeId } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    })
  }
  return (
    <Modal
      opened
      onClose={onCancel}
      title={count === 1 ? t('passTitle') : t('passMany', { count })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <Stack>
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Select
          data-autofocus
          label={t('department')}
          data={departments}
          value={departmentId}
          allowDeselect={false}
          searchable={departments.length > 7}
          openOnFocus={false}
          error={isTried && isNothing ? t('bulkNoChoice') : undefined}
          onChange={value => {
            setDepartment(value)
            setAssignee(value === now.departmentId ? now.assigneeId : null)
          }}
        />
        <Select
          label={t('colleague')}
          data={there.map(({ id, name }) => ({ value: id, label: name }))}
          value={assigneeId}
          clearable
          clearButtonProps={{ 'aria-label': t('anybody') }}
          placeholder={t('anybody')}
          searchable={there.length > 7}
          onChange={setAssignee}
        />
        <Textarea
          label={t('passNote')}
          description={t('passNoteHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={MAX_NOTE_CHARS}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {isOutOfSight && (
          <Alert color="yellow" role="status" icon={<EyeOff size={18} aria-hidden="true" />}>
            {t(count === 1 ? 'losesSight' : 'losesSightMany', { department: names.department(departmentId) })}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button loading={isBusy} onClick={confirm}>
            {count === 1 ? t('passNow') : t('passMany', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
