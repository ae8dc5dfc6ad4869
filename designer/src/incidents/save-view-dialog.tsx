import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { viewWords } from './view-words.ts'

const MAX_NAME_CHARS = 60

/** Asks under which name the filters are kept. */
export function SaveViewDialog({ onCancel, onSave }: { onCancel: () => void; onSave: (name: string) => void }) {
  const t = useWords(viewWords)
  useFocusBack()
  const [name, setName] = useState('')
  return (
    <Modal opened onClose={onCancel} title={t('saveTitle')} closeButtonProps={{ 'aria-label': t('cancel') }} centered>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') onSave(name.trim())
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('name')}
            description={t('nameHint')}
            maxLength={MAX_NAME_CHARS}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {t('confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
