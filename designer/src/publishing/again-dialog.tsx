import { Button, Group, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { problem, type TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useEditorState } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import { ProblemList } from '../flows/problem-list.tsx'
import { useWords } from '../i18n/index.ts'
import { publicationsMoved, publishAgain } from './publication-api.ts'
import { publicationWords } from './words.ts'

interface AgainDialogProps {
  town: TownData
  version: number
  /** The number it will have. */
  next: number
  onPublished(version: number): void
  onClose(): void
}

/** Publishes what a version was once more, without touching the draft. */
export function AgainDialog({ town, version, next, onPublished, onClose }: AgainDialogProps) {
  const t = useWords(publicationWords)
  const flowId = useEditorState(state => state.flow.id)
  const [note, setNote] = useState(() => t('againNote', { version }))
  const publication = useMutation({
    mutationFn: () => publishAgain(town.key, flowId, version, note),
    onSuccess(made) {
      onPublished(made.version)
      void publicationsMoved(town.key, flowId)
      notifications.show({ color: 'teal', message: t('published', { version: made.version }) })
      onClose()
    },
  })
  const { error } = publication
  const problems = isApiError(error, 'problems') ? error.problems.flatMap(one => problem.safeParse(one).data ?? []) : []
  return (
    <Dialog opened onClose={onClose} title={t('againTitle', { version })}>
      <Stack>
        <p>{t('againWords', { next })}</p>
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          maxLength={1_000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
          error={error && describeError(error)}
        />
        {problems.length > 0 && <ProblemList problems={problems} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button data-autofocus loading={publication.isPending} onClick={() => publication.mutate()}>
            {t('againYes', { version })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
