import { Button, Group, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { flowsKey, publishFlow, readProblems, versionsKey } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { indexProblems } from '../editor/facts.ts'
import type { Saver } from '../editor/saver.ts'
import { useWords } from '../i18n/index.ts'
import { FailingTests } from '../tests/failing-tests.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Published } from './use-published.ts'
import { publishingWords } from './words/publishing.ts'

const MAX_NOTE_CHARS = 1_000

interface PublishDialogProps {
  town: TownData
  saver: Saver
  published: Published
  onClose(): void
}

/** Makes the draft a version that answers: what is wrong with it, who is inside, and a note for the history. */
export function PublishDialog({ town, saver, published, onClose }: PublishDialogProps) {
  const t = useWords(publishingWords)
  const editor = useEditor()
  const flowId = useEditorState(state => state.flow.id)
  const { all, total } = useEditorState(state => state.problems)
  const [note, setNote] = useState('')
  const [isReady, setIsReady] = useState(false)
  const next = (published.version ?? 0) + 1

  const check = async () => {
    if (!(await saver.flush())) throw new Error('unsaved')
    editor.getState().setProblems(indexProblems(await readProblems(town.key, flowId)))
  }
  useEffect(() => {
    check().then(
      () => setIsReady(true),
      () => {}, // the bar tells why the draft is not saved; publishing says so again
    )
  }, [])

  const publication = useMutation({
    mutationFn: async () => {
      await check()
      return publishFlow(town.key, flowId, saver.rev(), note)
    },
    onSuccess: ({ version }) => {
      published.publish(version)
      void queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      void queryClient.invalidateQueries({ queryKey: versionsKey(town.key, flowId) })
      notifications.show({ color: 'teal', message: t('published', { version }) })
      onClose()
    },
    onError: error => {
      if (isApiError(error, 'problems')) void check()
    },
  })
  const failure = publication.error && (isApiError(publication.error) ? describeError(publication.error) : t('unsaved'))

  return (
    <Dialog opened onClose={onClose} title={t('title', { version: next })} size="lg">
      <Stack>
        {total.errors > 0 && <p>{t('errors', { count: total.errors })}</p>}
        {total.errors === 0 && total.warnings > 0 && <p>{t('warnings', { count: total.warnings })}</p>}
        {all.length === 0 && isReady && <p>{t('ready')}</p>}
        <FailingTests refused={isApiError(publication.error, 'tests') ? publication.error.tests : []} onGo={onClose} />
        {all.length > 0 && <ProblemList problems={all} onGo={onClose} />}
        {published.version !== null && <p>{t('inside', { count: published.inside })}</p>}
        <Textarea
          data-autofocus
          label={t('note')}
          placeholder={t('notePlaceholder')}
          autosize
          minRows={2}
          maxLength={MAX_NOTE_CHARS}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
          error={failure}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={publication.isPending}
            disabled={total.errors > 0 || !isReady}
            onClick={() => publication.mutate()}
          >
            {t('publish', { version: next })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
