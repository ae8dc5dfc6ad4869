import { Button, Group, Modal } from '@mantine/core'
import type { IncidentSummary } from '@pregoner/shared'
import { TriangleAlert } from 'lucide-react'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { useNames } from './names.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

/** What became of a change of several. */
export interface Outcome {
  done: number
  failed: { incident: IncidentSummary; code: string }[]
}

const reasons = ['stale', 'not_possible', 'not_found', 'no_colleague', 'reason_missing', 'bad_request'] as const

interface BulkOutcomeProps {
  outcome: Outcome
  onClose: () => void
}

/** Says how many were changed, and of each other one why it was not. */
export function BulkOutcome({ outcome: { done, failed }, onClose }: BulkOutcomeProps) {
  const t = useWords(workWords)
  const names = useNames()
  useFocusBack()
  const why = (code: string) => t(`failed.${reasons.find(reason => reason === code) ?? 'internal'}`)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bulkDone', { count: done })}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <p className={styles.outcome}>
        <TriangleAlert size={18} aria-hidden="true" />
        {t('bulkFailed', { count: failed.length })}
      </p>
      <ul className={styles.failures}>
        {failed.map(({ incident, code }) => (
          <li key={incident.id}>
            <strong>{incident.reference}</strong> <bdi>{incident.summary || names.category(incident.category)}</bdi>
            <span className={styles.why}>{why(code)}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Modal>
  )
}
