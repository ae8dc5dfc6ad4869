import { Alert, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { TownEntry, TownList } from '@pregoner/shared'
import { type FormEvent, type ReactNode, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useTown } from '../api/town.ts'
import { useSaveEntry, usesTold } from '../api/town-entries.ts'
import { FlowLanguagesProvider } from '../fields/index.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { DeleteEntry } from './delete-entry.tsx'
import { DialogFoot, LeaveQuestion } from './dialog-foot.tsx'
import styles from './entry-dialog.module.css'
import { UseList } from './use-list.tsx'
import { entryWords } from './words/entries.ts'

const NARROW = '(max-width: 640px)'

interface EntryDialogProps<List extends TownList> {
  list: List
  title: string
  /** What an officer knows it by, for the question before it is deleted. */
  name: string
  /** As it was when the dialog was opened; null for a new one. */
  was: TownEntry<List> | null
  entry: TownEntry<List>
  /** Why it cannot be saved yet; null when it can. */
  fault: string | null
  onClose: () => void
  /** The form; `isTried` once somebody has pressed Save. */
  children: (isTried: boolean) => ReactNode
}

/** Adds or changes one entry of a list of the town, or deletes it. */
export function EntryDialog<List extends TownList>(props: EntryDialogProps<List>) {
  const { list, title, name, was, entry, fault, onClose, children } = props
  const t = useWords(entryWords)
  const town = useTown()
  const isNarrow = useMediaQuery(NARROW)
  const save = useSaveEntry(town.key, list)
  const [isTried, setTried] = useState(false)
  const [asks, setAsks] = useState<'leave' | 'delete' | null>(null)
  const [before] = useState(entry)
  useFocusBack()
  const isChanged = JSON.stringify(entry) !== JSON.stringify(before)
  const close = () => (isChanged && asks !== 'leave' ? setAsks('leave') : onClose())

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (fault !== null) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const saved = () => {
      notifications.show({ message: t('saved') })
      onClose()
    }
    save.mutate({ entry, was }, { onSuccess: saved })
  }

  return (
    <Modal
      opened
      size={720}
      title={title}
      onClose={close}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {asks === 'delete' && was ? (
        <DeleteEntry list={list} id={was.id} name={name} onBack={() => setAsks(null)} onDeleted={onClose} />
      ) : (
        <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
          <FlowLanguagesProvider value={town}>{children(isTried)}</FlowLanguagesProvider>
          {isTried && fault !== null && (
            <p className={styles.fault} role="alert">
              {fault}
            </p>
          )}
          {save.isError && (
            <Alert color="red" role="alert" className={styles.alert ?? ''}>
              {isApiError(save.error, 'stale') ? t('stale') : describeError(save.error)}
              <UseList uses={usesTold(save.error)} />
            </Alert>
          )}
          {asks === 'leave' ? (
            <LeaveQuestion onDiscard={onClose} onGoOn={() => setAsks(null)} />
          ) : (
            <DialogFoot
              isSaving={save.isPending}
              onCancel={close}
              onDelete={was ? () => setAsks('delete') : undefined}
            />
          )}
        </form>
      )}
    </Modal>
  )
}
