import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { IncidentDetail } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { AtSign } from 'lucide-react'
import { describeError } from '../api/api-error.ts'
import { seeIncident } from '../api/incidents.ts'
import { useWords } from '../i18n/index.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

interface MentionNoteProps {
  town: string
  incident: IncidentDetail
  onChanged: (incident: IncidentDetail) => void
}

/** Says that a note asks for the reader, until they say that they have seen it. */
export function MentionNote({ town, incident, onChanged }: MentionNoteProps) {
  const t = useWords(workWords)
  const see = useMutation({
    mutationFn: () => seeIncident(town, incident.id),
    onSuccess: onChanged,
    onError: error => notifications.show({ color: 'red', message: describeError(error) }),
  })
  return (
    <div className={styles.mention}>
      <AtSign size={18} aria-hidden="true" />
      <p>{t('mentioned')}</p>
      <Button
        variant="default"
        size="compact-sm"
        mih="var(--target)"
        loading={see.isPending}
        onClick={() => see.mutate()}
      >
        {t('seen')}
      </Button>
    </div>
  )
}
