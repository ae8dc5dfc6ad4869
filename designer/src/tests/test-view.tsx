import { Button, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { flowTest, type StoredTest, type TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { ArrowLeft, Check, CircleCheck, CircleX, LocateFixed, Pencil, Play, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { useNames } from '../simulator/names.ts'
import { Comparison } from './comparison.tsx'
import styles from './tests.module.css'
import { type Recording, useTests } from './tests-store.ts'
import { testWords } from './words.ts'

interface TestViewProps {
  test: StoredTest
  town: TownData
  onPlay(recording: Recording): void
}

const report = (error: unknown) => notifications.show({ color: 'red', message: describeError(error) })

/** One test: what was kept beside what the drawing says now, and what to do about it. */
export function TestView({ test, town, onPlay }: TestViewProps) {
  const t = useWords(testWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const names = useNames([flow], town)
  const { results, show, save } = useTests()
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const result = results.get(test.id)
  const node = result?.hasPassed === false ? flow.nodes.find(({ id }) => id === result.node) : undefined
  const { changedAt: _, changedBy: __, ...kept } = test

  const accepting = useMutation({
    mutationFn: async () => {
      if (result) await save(flowTest.parse({ ...kept, lines: result.lines }))
    },
    onSuccess: () => {
      notifications.show({ color: 'teal', message: t('accepted', { name: test.name }) })
      editor.getState().announce(t('accepted', { name: test.name }))
    },
    onError: report,
  })
  return (
    <article className={styles.view} aria-label={test.name}>
      <button type="button" className={styles.back} onClick={() => show(null)}>
        <ArrowLeft size={16} aria-hidden="true" /> {t('back')}
      </button>
      <h3 className={styles.name}>{test.name}</h3>
      {result && (
        <p className={styles.state} data-state={result.hasPassed ? 'passed' : 'failed'}>
          {result.hasPassed ? <CircleCheck size={16} aria-hidden="true" /> : <CircleX size={16} aria-hidden="true" />}
          {result.hasPassed ? t('passed') : t('firstDifference', { line: result.index + 1 })}
        </p>
      )}
      {result && !result.hasPassed && (
        <div className={styles.actions}>
          {node && (
            <Button
              size="xs"
              variant="default"
              leftSection={<LocateFixed size={15} aria-hidden="true" />}
              onClick={() => editor.getState().goTo(node.id)}
            >
              <span className={styles.clipped}>{t('goToStep', { step: names.step(node.id) })}</span>
            </Button>
          )}
          <Button
            size="xs"
            loading={accepting.isPending}
            leftSection={<Check size={15} aria-hidden="true" />}
            onClick={() => accepting.mutate()}
          >
            {t('accept')}
          </Button>
        </div>
      )}
      <Comparison expected={test.lines} result={result} names={names} />
      <div className={styles.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Play size={15} aria-hidden="true" />}
          onClick={() => onPlay({ setup: test.setup, acts: test.acts })}
        >
          {t('play')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<Pencil size={15} aria-hidden="true" />}
          onClick={() => setOpen('rename')}
        >
          {t('rename')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="red"
          leftSection={<Trash2 size={15} aria-hidden="true" />}
          onClick={() => setOpen('remove')}
        >
          {t('remove')}
        </Button>
      </div>
      {open === 'rename' && <Rename test={test} onClose={() => setOpen(null)} />}
      {open === 'remove' && <Remove test={test} onClose={() => setOpen(null)} />}
    </article>
  )
}

function Rename({ test: { changedAt: _, changedBy: __, ...test }, onClose }: { test: StoredTest; onClose(): void }) {
  const t = useWords(testWords)
  const { save } = useTests()
  const [name, setName] = useState(test.name)
  const renaming = useMutation({
    mutationFn: () => save({ ...test, name: name.trim() }),
    onSuccess: onClose,
    onError: report,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) renaming.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={t('rename')}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('name')}
          maxLength={120}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={renaming.isPending} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

function Remove({ test, onClose }: { test: StoredTest; onClose(): void }) {
  const t = useWords(testWords)
  const { remove, show } = useTests()
  const removing = useMutation({
    mutationFn: () => remove(test.id),
    onSuccess: () => {
      notifications.show({ message: t('removed', { name: test.name }) })
      show(null)
      onClose()
    },
    onError: report,
  })
  return (
    <Dialog opened onClose={onClose} title={t('removeTitle', { name: test.name })}>
      <p>{t('removeWords')}</p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
          {t('remove')}
        </Button>
      </Group>
    </Dialog>
  )
}
