import { Alert, Button } from '@mantine/core'
import { canBecome, type IncidentDetail } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { describeError } from '../../api/api-error.ts'
import { type Suggested, useNearby } from '../../api/duplicates.ts'
import { changeIncident } from '../../api/incidents.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import { changeOnceMore } from '../change-once-more.ts'
import { useNames } from '../names.ts'
import { Photo } from '../photo.tsx'
import { StatusBadge } from '../status-badge.tsx'
import styles from './duplicates.module.css'
import { MergeDialog } from './merge-dialog.tsx'
import { duplicateWords } from './words.ts'

interface DuplicatesProps {
  town: string
  incident: IncidentDetail
  now: Date
  onChanged: (incident: IncidentDetail) => void
}

/** Beside an incident: which one it was merged into, or which others may be the same matter. */
export function Duplicates({ town, incident, now, onChanged }: DuplicatesProps) {
  const t = useWords(duplicateWords)
  const { search } = useLocation()
  const [merging, setMerging] = useState<Suggested | null>(null)
  const mayMerge = canBecome(incident.status, 'duplicate')
  const { data = [] } = useNearby(town, incident.id, mayMerge)
  const to = (id: string) => `/t/${town}/incidents/${encodeURIComponent(id)}${search}`
  if (incident.duplicateOf)
    return (
      <Merged
        town={town}
        incident={incident}
        into={incident.duplicateOf.reference}
        to={to(incident.duplicateOf.id)}
        onChanged={onChanged}
      />
    )
  if (!mayMerge || data.length === 0) return null
  return (
    <section className={styles.nearby} aria-label={t('nearby')}>
      <h3>{t('nearby')}</h3>
      <ul className={styles.list}>
        {data.map(each => (
          <Nearby
            key={each.incident.id}
            town={town}
            suggested={each}
            to={to(each.incident.id)}
            now={now}
            onMerge={() => setMerging(each)}
          />
        ))}
      </ul>
      {merging && (
        <MergeDialog
          town={town}
          incident={incident}
          into={merging.incident}
          onClose={() => setMerging(null)}
          onMerged={onChanged}
        />
      )}
    </section>
  )
}

interface MergedProps extends Pick<DuplicatesProps, 'town' | 'incident' | 'onChanged'> {
  /** Reference and address of the other one. */
  into: string
  to: string
}

/** Which one it was merged into, and the way back. */
function Merged({ town, incident, into, to, onChanged }: MergedProps) {
  const t = useWords(duplicateWords)
  const part = useMutation({
    mutationFn: () => changeOnceMore(incident, rev => changeIncident(town, incident.id, { rev, status: 'assigned' })),
    onSuccess: onChanged,
  })
  return (
    <div className={styles.merged}>
      <Copy size={16} aria-hidden="true" />
      <span>
        {t('mergedInto')} <Link to={to}>{into}</Link>
      </span>
      <Button
        variant="default"
        size="compact-md"
        mih="var(--target)"
        loading={part.isPending}
        onClick={() => part.mutate()}
      >
        {t('notTheSame')}
      </Button>
      {part.isError && (
        <Alert color="red" role="alert">
          {describeError(part.error)}
        </Alert>
      )}
    </div>
  )
}

interface NearbyProps {
  town: string
  suggested: Suggested
  to: string
  now: Date
  onMerge: () => void
}

function Nearby({ town, suggested: { incident, meters }, to, now, onMerge }: NearbyProps) {
  const t = useWords(duplicateWords)
  const formats = useFormats()
  const names = useNames()
  const title = incident.summary || names.category(incident.category)
  return (
    <li>
      {incident.thumbnail && <Photo town={town} mediaId={incident.thumbnail} alt="" className={styles.thumbnail} />}
      <div className={styles.words}>
        <Link to={to}>
          <bdi>{title}</bdi>
        </Link>
        <p className={styles.facts}>
          <StatusBadge status={incident.status} />
          <span>{t('away', { meters })}</span>
          <time dateTime={incident.openedAt} title={formats.exact(incident.openedAt)}>
            {formats.relative(incident.openedAt, now)}
          </time>
          {incident.followers && <span>{t('neighbours', { count: incident.followers + 1 })}</span>}
        </p>
      </div>
      <Button
        variant="default"
        size="compact-md"
        mih="var(--target)"
        aria-label={t('mergeNamed', { reference: incident.reference })}
        onClick={onMerge}
      >
        {t('merge')}
      </Button>
    </li>
  )
}
