import { ActionIcon, Tooltip } from '@mantine/core'
import { Download } from 'lucide-react'
import { type IncidentFilter, incidentsFileUrl } from '../api/incidents.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { deskWords } from './words.ts'

/** Takes the list as it is filtered away as a file for a spreadsheet. */
export function ExportLink({ town, filter }: { town: string; filter: IncidentFilter }) {
  const t = useWords(deskWords)
  const [language] = useLanguage()
  return (
    <Tooltip label={t('export')}>
      <ActionIcon
        component="a"
        href={incidentsFileUrl(town, filter, language)}
        download
        variant="subtle"
        color="gray"
        c="var(--muted)"
        size="max(32px, var(--target))"
        aria-label={t('export')}
      >
        <Download size={18} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}
