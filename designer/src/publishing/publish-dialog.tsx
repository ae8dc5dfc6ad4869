import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { PeopleMove, TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { readProblems } from '../api/flows.ts'
import { usePublishedFlows } from '../check/published-flows.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { indexProblems } from '../editor/facts.ts'
import type { Saver } from '../editor/saver.ts'
import { Dialog } from '../flows/dialog.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { Approvals } from '../script/approvals.tsx'
import { calledBy } from '../simulator/flows-beside.ts'
import { useBlockingTests } from '../tests/blocking-tests.ts'
import { ChangesSection } from './changes-section.tsx'
import { ChecksSection } from './checks-section.tsx'
import { type Choice, isUndecided, movesOf } from './people-choices.ts'
import { PeopleSection } from './people-section.tsx'
import { publicationsMoved, publishFlow, scheduleFlow } from './publication-api.ts'
import styles from './publishing.module.css'
import { momentOf, townMoment } from './town-moment.ts'
import { useInsidePlaces } from './use-inside-places.ts'
import type { Published } from './use-published.ts'
import { type When, WhenField } from './when-field.tsx'
import { publicationWords } from './words.ts'

const MAX_NOTE_CHARS = 1_000
const NARROW = '(max-width: 599px)'
const noTests: readonly unknown[] = []

interface PublishDialogProps {
  town: TownData
  saver: Saver
  published: Published
  onClose(): void
}

/** Makes the draft a version that answers, now or later: what changes, what is wrong, who is inside, a note. */
export function PublishDialog({ town, saver, published, onClose }: PublishDialogProps) {
  const t = useWords(publicationWords)
  const [language] = useLanguage()
  const isNarrow = useMediaQuery(NARROW, false)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const { errors } = useEditorState(state => state.problems.total)
  const [note, setNote] = useState('')
  const [when, setWhen] = useState<When>('now')
  const [isReady, setIsReady] = useState(false)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [rest, setRest] = useState<PeopleMove['what']>('finish')
  const inside = useInsidePlaces(town, flow, published.newest !== null)
  const version = (published.newest ?? 0) + 1
  const callers = usePublishedFlows(town.key).filter(other => other.id !== flow.id && calledBy(other).includes(flow.id))
  const momentIn = (at: string) => townMoment(at, town.timeZone, language, new Date())

  const check = async () => {
    if (!(await saver.flush())) throw new Error('unsaved')
    editor.getState().setProblems(indexProblems(await readProblems(town.key, flow.id)))
  }
  useEffect(() => {
    check().then(
      () => setIsReady(true),
      () => {}, // the bar tells why the draft is not saved; publishing says so again
    )
  }, [])

  const moment = when === 'now' ? null : momentOf(when.date, when.time, town.timeZone)
  const isTimed = when === 'now' || (moment !== null && moment > new Date())
  const publication = useMutation({
    mutationFn: async () => {
      await check()
      const body = { rev: saver.rev(), note, people: movesOf(inside?.places ?? [], choices, rest) }
      if (when === 'now') return (await publishFlow(town.key, flow.id, body)).version
      if (moment) await scheduleFlow(town.key, flow.id, { ...body, publishAt: moment.toISOString() })
      return null
    },
    onSuccess(made) {
      if (made !== null) published.publish(made)
      editor.getState().setFlags('difference', new Map())
      void publicationsMoved(town.key, flow.id)
      const scheduled = moment ? t('scheduledDone', { version, when: momentIn(moment.toISOString()) }) : ''
      notifications.show({
        color: 'teal',
        message: made === null ? scheduled : t('published', { version: made }),
      })
      onClose()
    },
    onError(error) {
      if (isApiError(error, 'problems')) void check()
    },
  })
  const failure = publication.error && (isApiError(publication.error) ? describeError(publication.error) : t('unsaved'))
  const blocking = useBlockingTests(isApiError(publication.error, 'tests') ? publication.error.tests : noTests)
  const reasons = [errors > 0 && t('errorsBlock'), blocking.failsHere && t('testsBlock')].filter(Boolean).join(' ')
  const reasonId = useId()
  const isRefused = reasons !== ''
  const isIncomplete = !isReady || !inside || isUndecided(choices) || !isTimed

  return (
    <Dialog opened onClose={onClose} title={t('title', { version })} size="lg" fullScreen={isNarrow === true}>
      <Stack gap="md">
        <div>
          <ChangesSection town={town} version={published.newest} onClose={onClose} />
          <ChecksSection isReady={isReady} tests={blocking.tests} onClose={onClose} />
          {published.newest !== null && inside && (
            <PeopleSection
              flow={flow}
              places={inside.places}
              older={inside.older}
              choices={choices}
              onChoose={(node, choice) => setChoices(new Map([...choices, [node, choice]]))}
              rest={rest}
              onRest={setRest}
            />
          )}
        </div>
        {callers.length > 0 && (
          <p className={styles.hint}>
            {t('runHere', { count: callers.length, flows: callers.map(({ name }) => `«${name}»`).join(', ') })}
          </p>
        )}
        <Approvals townKey={town.key} flowId={flow.id} of="draft" />
        <Textarea
          data-autofocus
          label={t('note')}
          placeholder={t('notePlaceholder')}
          autosize
          minRows={2}
          maxLength={MAX_NOTE_CHARS}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <WhenField
          town={town}
          when={when}
          onChange={setWhen}
          replaced={published.scheduled && momentIn(published.scheduled.publishAt)}
        />
        {isRefused ? (
          <p id={reasonId} className={styles.refusal}>
            {reasons}
          </p>
        ) : (
          failure && (
            <p role="alert" className={styles.refusal}>
              {failure}
            </p>
          )
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={publication.isPending}
            disabled={isIncomplete && !isRefused}
            aria-disabled={isRefused || undefined}
            data-disabled={isRefused || undefined}
            aria-describedby={isRefused ? reasonId : undefined}
            onClick={() => !isRefused && publication.mutate()}
          >
            {when === 'now' ? t('publish', { version }) : t('schedule', { version })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
