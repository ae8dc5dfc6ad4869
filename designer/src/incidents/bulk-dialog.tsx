import { Alert, Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core'
import {
  canBecome,
  type IncidentChange,
  type IncidentStatus,
  type IncidentSummary,
  incidentStatuses,
  priorities,
} from '@pregoner/shared'
import { useRef, useState } from 'react'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { StatusBadge } from './status-badge.tsx'
import { deskWords } from './words.ts'
import { workWords } from './work-words.ts'

interface BulkDialogProps {
  what: 'status' | 'priority'
  picked: readonly IncidentSummary[]
  isBusy: boolean
  /** Why the last try did not work. */
  error: string | null
  onCancel: () => void
  onConfirm: (change: IncidentChange) => void
}

/** Asks which status or priority the picked incidents get, and why when nothing was done. */
export function BulkDialog({ what, picked, isBusy, error, onCancel, onConfirm }: BulkDialogProps) {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  useFocusBack()
  const [status, setStatus] = useState<IncidentStatus>()
  const [priority, setPriority] = useState<(typeof priorities)[number]>()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const isStatus = what === 'status'
  const statuses = incidentStatuses.filter(to => picked.some(incident => canBecome(incident.status, to)))
  const isNothing = isStatus ? status === undefined : priority === undefined
  const confirm = () => {
    setTried(true)
    if (isNothing) return
    if (status === 'closed' && reason.trim() === '') return reasonField.current?.focus()
    if (isStatus) onConfirm({ status, ...(status === 'closed' ? { reason: reason.trim() } : {}) })
    else onConfirm({ priority })
  }
  return (
    <Modal
      opened
      onClose={onCancel}
      title={w(isStatus ? 'bulkStatusTitle' : 'bulkPriorityTitle')}
      closeButtonProps={{ 'aria-label': w('cancel') }}
      centered
    >
      <Stack>
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Radio.Group
          label={w(isStatus ? 'newStatus' : 'priority')}
          description={isStatus ? w('bulkQuiet') : undefined}
          error={isTried && isNothing ? w('bulkNoChoice') : undefined}
          value={(isStatus ? status : priority) ?? ''}
          onChange={value => {
            setStatus(incidentStatuses.find(one => one === value))
            setPriority(priorities.find(one => one === value))
          }}
        >
          <Stack gap="xs" mt="xs">
            {isStatus
              ? statuses.map(one => <Radio key={one} value={one} label={<StatusBadge status={one} />} />)
              : priorities.map(one => <Radio key={one} value={one} label={t(`priority.${one}`)} />)}
          </Stack>
        </Radio.Group>
        {status === 'closed' && (
          <Textarea
            ref={reasonField}
            label={w('reason')}
            autosize
            minRows={2}
            maxLength={1_000}
            required
            value={reason}
            error={isTried && reason.trim() === '' ? w('reasonMissing') : undefined}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {w('cancel')}
          </Button>
          <Button loading={isBusy} onClick={confirm}>
            {w('bulkGo', { count: picked.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
