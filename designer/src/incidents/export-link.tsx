import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { Download } from 'lucide-react'
import { type IncidentFilter, incidentsFileUrl } from '../api/incidents.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './filters.module.css'
import { deskWords } from './words.ts'

interface ExportLinkProps {
  town: string
  filter: IncidentFilter
}

/** The same in words, where there is no room beside the title. */
export function ExportButton({ town, filter }: ExportLinkProps) {
  const t = useWords(deskWords)
  const [language] = useLanguage()
  return (
    <Button
      component="a"
      href={incidentsFileUrl(town, filter, language)}
      download
      variant="default"
      className={styles.exportOnPhone ?? ''}
      leftSection={<Download size={18} aria-hidden="true" />}
    >
      {t('exportShort')}
    </Button>
  )
}

/** Takes the list as it is filtered away as a file for a spreadsheet. */
export function ExportLink({ town, filter }: ExportLinkProps) {
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
