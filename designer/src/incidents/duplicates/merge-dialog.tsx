import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { type IncidentDetail, type IncidentSummary, incidentDetail } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { describeError, isApiError } from '../../api/api-error.ts'
import { mergeIncident } from '../../api/duplicates.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useWords } from '../../i18n/index.ts'
import { changeOnceMore } from '../change-once-more.ts'
import { duplicateWords } from './words.ts'

interface MergeDialogProps {
  town: string
  incident: IncidentDetail
  into: IncidentSummary
  onClose: () => void
  onMerged: (incident: IncidentDetail) => void
}

/** Before a report becomes a duplicate of another one. */
export function MergeDialog({ town, incident, into, onClose, onMerged }: MergeDialogProps) {
  const t = useWords(duplicateWords)
  useFocusBack()
  const merge = useMutation({
    mutationFn: () => changeOnceMore(incident, rev => mergeIncident(town, incident.id, { rev, into: into.id })),
    onSuccess: merged => {
      onMerged(merged)
      onClose()
    },
    onError: error => {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (current?.success) onMerged(current.data)
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('mergeTitle', { reference: into.reference })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <Stack>
        {merge.isError && (
          <Alert color="red" role="alert">
            {describeError(merge.error)}
          </Alert>
        )}
        <p>{t(incident.channel === 'open311' ? 'mergeHelpNobody' : 'mergeHelp', { reference: incident.reference })}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={merge.isPending} onClick={() => merge.mutate()}>
            {t('mergeNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
