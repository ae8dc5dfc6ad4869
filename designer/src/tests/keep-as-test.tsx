import { ActionIcon, Button, Group, Stack, TextInput, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { flowTest, MAX_TEST_BYTES, type Simulation, toldLines } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { readableId } from '../nodes/readable-id.ts'
import type { Names } from '../simulator/names.ts'
import { partsOfRun } from './name-of-run.ts'
import { sameRun } from './same-run.ts'
import styles from './tests.module.css'
import { type Recording, useTests } from './tests-store.ts'
import { testWords } from './words.ts'

interface KeepAsTestProps {
  /** Flows that were played as they are drawn, while tests meet them as they are published. */
  onlyDrawn: readonly { name: string }[]
  recording: Recording
  simulation: Simulation
  names: Names
}

/** The button that keeps the run of the simulator as a test. */
export function KeepAsTest(props: KeepAsTestProps) {
  const t = useWords(testWords)
  const [isOpen, setOpen] = useState(false)
  const isOff = props.recording.acts.length === 0
  return (
    <>
      <Tooltip label={t('keep')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="var(--target)"
          aria-label={t('keep')}
          disabled={isOff}
          onClick={() => setOpen(true)}
        >
          <BookmarkPlus size={18} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {isOpen && <KeepDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function KeepDialog({ recording, simulation, names, onlyDrawn, onClose }: KeepAsTestProps & { onClose(): void }) {
  const t = useWords(testWords)
  const { tests = [], save } = useTests()
  const lines = toldLines(simulation.lines)
  const same = sameRun(tests, recording)
  const [name, setName] = useState(() => same?.name ?? nameFor())
  const draft = {
    setup: recording.setup,
    acts: recording.acts,
    lines,
    name: name.trim(),
    id:
      same?.id ??
      readableId(
        name,
        tests.map(({ id }) => id),
        'test',
      ),
  }
  const parsed = flowTest.safeParse(draft)
  const isTooLong = (!parsed.success && name.trim() !== '') || JSON.stringify(draft).length > MAX_TEST_BYTES

  function nameFor() {
    const { first, last } = partsOfRun(lines, names)
    return first && last && first !== last ? t('nameOfRun', { first, last }) : first || last || t('conversation')
  }

  const keeping = useMutation({
    mutationFn: () => save(flowTest.parse(draft)),
    onSuccess: () => {
      notifications.show({ color: 'teal', message: t('kept', { name: draft.name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (parsed.success && !isTooLong) keeping.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={t('keep')}>
      <form onSubmit={submit}>
        <Stack>
          <p className={styles.hint}>{t('keepHint')}</p>
          {onlyDrawn.length > 0 && (
            <p className={styles.notice} role="status">
              {t('onlyDrawn', { flows: onlyDrawn.map(({ name: flow }) => `«${flow}»`).join(', ') })}
            </p>
          )}
          {same && (
            <p className={styles.notice} role="status">
              {t('same', { name: same.name })}
            </p>
          )}
          <TextInput
            data-autofocus
            label={t('name')}
            maxLength={120}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          {(isTooLong || keeping.error) && (
            <p className={styles.wrong} role="alert">
              {isTooLong ? t('tooLong') : describeError(keeping.error)}
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={keeping.isPending} disabled={!parsed.success || isTooLong}>
              {t(same ? 'replace' : 'save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
