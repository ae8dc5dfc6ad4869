import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownList } from '@pregoner/shared'
import { useEffect, useRef } from 'react'
import { describeError } from '../api/api-error.ts'
import { useTownKey } from '../api/town.ts'
import { useRemoveEntry, usesTold, useUses } from '../api/town-entries.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import { UseList } from './use-list.tsx'
import { entryWords } from './words/entries.ts'

interface DeleteEntryProps {
  list: TownList
  id: string
  name: string
  onBack: () => void
  onDeleted: () => void
}

/** Asks before an entry is deleted, or says what still needs it. */
export function DeleteEntry({ list, id, name, onBack, onDeleted }: DeleteEntryProps) {
  const t = useWords(entryWords)
  const townKey = useTownKey()
  const uses = useUses(townKey, list, id)
  const remove = useRemoveEntry(townKey, list)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const needed = uses.data ?? []
  const isFree = uses.isSuccess && needed.length === 0
  const submit = () =>
    remove.mutate(id, {
      onSuccess: () => {
        notifications.show({ message: t('deleted', { name }) })
        onDeleted()
      },
    })
  return (
    <div className={styles.form}>
      {uses.isPending && <PageLoading />}
      {uses.isError && <Failed error={uses.error} onRetry={() => void uses.refetch()} />}
      {isFree && <p>{t('deleteQuestion', { name })}</p>}
      {needed.length > 0 && (
        <div>
          <p>{t('needed', { name })}</p>
          <UseList uses={needed} />
        </div>
      )}
      {remove.isError && (
        <Alert color="red" role="alert" className={styles.alert ?? ''}>
          {describeError(remove.error)}
          <UseList uses={usesTold(remove.error)} />
        </Alert>
      )}
      <div className={styles.foot}>
        <Button ref={back} variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        {isFree && (
          <Button color="red" loading={remove.isPending} onClick={submit}>
            {t('deleteNow', { name })}
          </Button>
        )}
      </div>
    </div>
  )
}
