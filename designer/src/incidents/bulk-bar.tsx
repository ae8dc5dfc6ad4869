import { Button, Checkbox, CloseButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type IncidentChange, type IncidentSummary, MAX_CHANGED_AT_ONCE } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Flag, Forward, Repeat2 } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { changeIncidents } from '../api/incidents.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { BulkOutcome, type Outcome } from './bulk-outcome.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import type { Picking } from './use-picking.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

interface BulkBarProps {
  town: string
  shown: readonly IncidentSummary[]
  picking: Picking
}

/** What all have in common, or null. */
const common = <Value,>(values: readonly Value[]): Value | null => {
  const [first] = values
  return first !== undefined && values.every(value => value === first) ? first : null
}

/** What can be done with the picked incidents together, and what became of each. */
export function BulkBar({ town, shown, picking }: BulkBarProps) {
  const t = useWords(workWords)
  const formats = useFormats()
  const [asked, setAsked] = useState<'status' | 'pass' | 'priority' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { picked } = picking
  const count = picked.length
  const most = Math.min(shown.length, MAX_CHANGED_AT_ONCE)
  const change = useMutation({
    mutationFn: async (changed: IncidentChange): Promise<Outcome> => {
      const sent = picked.map(({ id, rev }) => ({ id, rev }))
      const { results } = await changeIncidents(town, sent, changed)
      const failed = results.flatMap(({ id, failed: code }) => {
        const incident = picked.find(one => one.id === id)
        return code === null || !incident ? [] : [{ incident, code }]
      })
      return { done: results.length - failed.length, failed }
    },
    onSuccess: became => {
      setAsked(null)
      picking.set(became.failed.map(({ incident }) => incident.id))
      if (became.failed.length > 0) return setOutcome(became)
      notifications.show({ message: t('bulkDone', { count: became.done }) })
      picking.end()
    },
  })
  const ask = (what: 'status' | 'pass' | 'priority') => {
    change.reset()
    setAsked(what)
  }
  const dialog = {
    isBusy: change.isPending,
    error: change.isError ? describeError(change.error) : null,
    onCancel: () => setAsked(null),
  }
  return (
    <section className={styles.bulk} aria-label={t('picked', { count })}>
      <div className={styles.bulkTop}>
        <Checkbox
          className={styles.pickAll ?? ''}
          label={<span role="status">{t('picked', { count })}</span>}
          aria-label={t('pickAll', { count: most })}
          checked={count > 0 && count === most}
          indeterminate={count > 0 && count < most}
          onChange={() => picking.set(count === most ? [] : shown.map(({ id }) => id))}
        />
        <CloseButton size="max(32px, var(--target))" aria-label={t('pickEnd')} onClick={picking.end} />
      </div>
      {shown.length > MAX_CHANGED_AT_ONCE && count === MAX_CHANGED_AT_ONCE && (
        <p className={styles.hint}>{t('pickedMax', { count: formats.number(MAX_CHANGED_AT_ONCE) })}</p>
      )}
      <div className={styles.bulkButtons}>
        <Button
          variant="default"
          disabled={count === 0}
          leftSection={<Repeat2 size={16} aria-hidden="true" />}
          onClick={() => ask('status')}
        >
          {t('bulkStatus')}
        </Button>
        <Button
          variant="default"
          disabled={count === 0}
          leftSection={<Forward size={16} aria-hidden="true" />}
          onClick={() => ask('pass')}
        >
          {t('bulkPass')}
        </Button>
        <Button
          variant="default"
          disabled={count === 0}
          leftSection={<Flag size={16} aria-hidden="true" />}
          onClick={() => ask('priority')}
        >
          {t('bulkPriority')}
        </Button>
      </div>
      {asked === 'pass' && (
        <HandOverDialog
          {...dialog}
          town={town}
          count={count}
          departmentId={common(picked.map(({ departmentId }) => departmentId))}
          assigneeId={common(picked.map(({ assigneeId }) => assigneeId))}
          onConfirm={changed => change.mutate(changed)}
        />
      )}
      {asked !== null && asked !== 'pass' && (
        <BulkDialog {...dialog} what={asked} picked={picked} onConfirm={changed => change.mutate(changed)} />
      )}
      {outcome && <BulkOutcome outcome={outcome} onClose={() => setOutcome(null)} />}
    </section>
  )
}
