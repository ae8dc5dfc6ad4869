import { Alert, Button, Modal } from '@mantine/core'
import type { Table } from '@pregoner/shared'
import { describeError } from '../../api/api-error.ts'
import { useTableVersion, useTableVersions } from '../../api/tables.ts'
import { useTownKey } from '../../api/town.ts'
import { Failed, PageLoading } from '../../frame/states.tsx'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import { entryWords } from '../words/entries.ts'
import { settingsWords } from '../words.ts'
import styles from './sheet.module.css'
import { tableWords } from './words.ts'

interface HistoryDialogProps {
  table: Table
  onClose: () => void
  onRestore: (old: Table) => void
}

/** What a table was before, with who and when; any state comes back into the editor, to be looked at and saved. */
export function HistoryDialog({ table, onClose, onRestore }: HistoryDialogProps) {
  const t = useWords(tableWords)
  const say = useWords(settingsWords)
  const entry = useWords(entryWords)
  const formats = useFormats()
  const townKey = useTownKey()
  const { data, error, isPending, refetch } = useTableVersions(townKey, table.id)
  const version = useTableVersion(townKey)
  useFocusBack()
  return (
    <Modal opened title={t('history')} onClose={onClose} closeButtonProps={{ 'aria-label': entry('close') }}>
      {isPending && <PageLoading />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {version.isError && (
        <Alert color="red" role="alert">
          {describeError(version.error)}
        </Alert>
      )}
      {data?.length === 0 && <p>{t('noHistory')}</p>}
      <ul className={styles.history}>
        {data?.map(({ rev, by, at, rows }) => (
          <li key={rev}>
            <span>
              <strong>{at ? formats.exact(at) : t('began')}</strong>
              <br />
              {[by, say('rows', { count: rows })].filter(Boolean).join(' · ')}
            </span>
            {rev !== (table.rev ?? 0) && (
              <Button
                variant="default"
                aria-label={`${t('restore')}: ${at ? formats.exact(at) : t('began')}`}
                onClick={() => version.mutate({ id: table.id, rev }, { onSuccess: onRestore })}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
