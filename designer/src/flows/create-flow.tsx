import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import type { Language } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { createFlow, flowsKey } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { Dialog } from './dialog.tsx'
import { flowsWords } from './words/flows.ts'

const MAX_NAME_CHARS = 120

/** Asks for what a new flow needs, and opens it. */
export function CreateFlow({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useWords(flowsWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [languages, setLanguages] = useState<Language[]>([...town.languages])
  const creation = useMutation({
    mutationFn: () => createFlow(town.key, name.trim(), languages),
    onSuccess: ({ flow }) => {
      void queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      void navigate(`/t/${town.key}/flows/${flow.id}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && languages.length > 0) creation.mutate()
  }

  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('create')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            required
            label={t('name')}
            placeholder={t('namePlaceholder')}
            maxLength={MAX_NAME_CHARS}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            error={creation.isError && describeError(creation.error)}
          />
          <Checkbox.Group
            label={t('languages')}
            value={languages}
            onChange={chosen => setLanguages(town.languages.filter(language => chosen.includes(language)))}
          >
            <Group mt="xs">
              {town.languages.map(language => (
                <Checkbox key={language} value={language} label={nameOf(language)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={creation.isPending} disabled={name.trim() === '' || languages.length === 0}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
