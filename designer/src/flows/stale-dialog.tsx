import { Button, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { createFlow, flowsKey, saveDraft } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useEditor } from '../editor/context.tsx'
import type { Saver, SaveState } from '../editor/saver.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './dialogs.module.css'
import { publishingWords } from './words/publishing.ts'

interface StaleDialogProps {
  town: TownData
  saver: Saver
  saveState: SaveState
}

/** Somebody else has saved meanwhile: what is to become of both works is the officer's choice. */
export function StaleDialog({ town, saver, saveState }: StaleDialogProps) {
  const t = useWords(publishingWords)
  const { relative } = useFormats()
  const editor = useEditor()
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  if (saveState.kind !== 'stale') return null
  const { current } = saveState
  const by = current.changedBy

  const take = () => {
    saver.adopt(current)
    editor.getState().replace(current.flow)
  }
  const copy = async () => {
    const mine = editor.getState().flow
    setIsBusy(true)
    try {
      const name = t('copyOf', { name: mine.name }).slice(0, 120)
      const created = await createFlow(town.key, name, mine.languages)
      await saveDraft(town.key, { ...mine, id: created.flow.id, name }, created.rev)
      take()
      await queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      void navigate(`/t/${town.key}/flows/${created.flow.id}`)
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
    setIsBusy(false)
  }
  const choices = [
    { label: t('takeTheirs'), hint: t('takeTheirsHint'), choose: take },
    { label: t('keepCopy'), hint: t('keepCopyHint', { by }), choose: () => void copy() },
    { label: t('overwrite'), hint: t('overwriteHint', { by }), choose: () => void saver.overwrite() },
  ]
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('staleTitle')}
    >
      <Stack>
        {/* Not on a button: whoever is typing would choose with the next Enter. */}
        <p data-autofocus tabIndex={-1}>
          {t('staleWords', { by, when: relative(current.changedAt, new Date()) })}
        </p>
        {choices.map(({ label, hint, choose }) => (
          <div key={label} className={styles.choice}>
            <Button variant="default" fullWidth disabled={isBusy} onClick={choose}>
              {label}
            </Button>
            <p className={styles.hint}>{hint}</p>
          </div>
        ))}
      </Stack>
    </Modal>
  )
}
