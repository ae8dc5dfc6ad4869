import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import type { FlowDraft, Language } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { createFlow, flowsKey, saveDraft } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useTown } from '../api/town.ts'
import { flowsWords } from '../flows/words/flows.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { type Drawn, withTemplate } from './drawn-for.ts'
import { startFilling } from './filling.ts'
import { galleryWords } from './words/gallery.ts'

const MAX_NAME_CHARS = 120

interface NewFlowFormProps {
  /** What the flow begins with; null for nothing. */
  drawn: Drawn | null
  /** A first name for it. */
  title: string
  languages: readonly Language[]
  onLanguages(languages: Language[]): void
  onBack(): void
  onClose(): void
}

/** Name and languages of a new flow; creates it and opens it. */
export function NewFlowForm({ drawn, title, languages, onLanguages, onBack, onClose }: NewFlowFormProps) {
  const t = useWords(flowsWords)
  const gallery = useWords(galleryWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const navigate = useNavigate()
  const [name, setName] = useState(title)
  const [begun, setBegun] = useState<FlowDraft | null>(null)
  const isComplete = name.trim() !== '' && languages.length > 0

  async function create(): Promise<FlowDraft> {
    // After a failure in between, the flow that is there already gets its drawing.
    const draft = begun ?? (await createFlow(town.key, name.trim(), [...languages]))
    if (!drawn) return draft
    setBegun(draft)
    const flow = withTemplate({ ...draft.flow, name: name.trim() }, drawn)
    return { ...(await saveDraft(town.key, flow, draft.rev)), flow }
  }
  const creation = useMutation({
    mutationFn: create,
    onSuccess: ({ flow }) => {
      if (drawn) startFilling(flow.id)
      void queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      void navigate(`/t/${town.key}/flows/${flow.id}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete) creation.mutate()
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          autoFocus
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
          value={[...languages]}
          onChange={chosen => onLanguages(town.languages.filter(language => chosen.includes(language)))}
        >
          <Group mt="xs">
            {town.languages.map(language => (
              <Checkbox key={language} value={language} label={nameOf(language)} disabled={begun !== null} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group justify="flex-end">
          {drawn === null && (
            <Button variant="subtle" mr="auto" onClick={onBack}>
              {gallery('back')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={creation.isPending} disabled={!isComplete}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
