import { Button, Checkbox, Group, Stack } from '@mantine/core'
import type { TownData } from '@pregoner/shared'
import { useState } from 'react'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { fileWords } from './words.ts'

interface SaveDialogProps {
  isOpen: boolean
  town: TownData
  onSave(isWithSubflows: boolean): void
  onClose(): void
}

/** Asks whether the flows that a flow uses go into its file. */
export function SaveDialog({ isOpen, town, onSave, onClose }: SaveDialogProps) {
  const t = useWords(fileWords)
  const [isWith, setWith] = useState(true)
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('saveTitle')}>
      <Stack>
        <p>{t('saveWords', { town: town.name })}</p>
        <Checkbox label={t('withSubflows')} checked={isWith} onChange={event => setWith(event.currentTarget.checked)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button data-autofocus onClick={() => onSave(isWith)}>
            {t('saveYes')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
