import { ActionIcon, Alert, Button, Checkbox, FileButton, SegmentedControl, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type IncidentDetail, incidentDetail, languageNamesIn } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Paperclip, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { answerIncident, noteIncident } from '../api/incidents.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './answer.module.css'
import { AnswerFiles } from './answer-files.tsx'
import { answerWindow } from './answer-window.ts'
import { changeOnceMore } from './change-once-more.ts'
import detail from './detail.module.css'
import { emptyDraft, isEmpty } from './kept-draft.ts'
import { MentionField } from './mention-field.tsx'
import { SavedReplyMenu } from './saved-reply-menu.tsx'
import { useAnswerDraft } from './use-answer-draft.ts'
import { useAttaching } from './use-attaching.ts'
import { Countdown, ParkingNotice } from './window-notice.tsx'
import { answeringWords } from './words/answering.ts'
import { deskWords } from './words.ts'
import { workWords } from './work-words.ts'

const MAX_ANSWER_CHARS = 4_000
const isNoteFine = () => true // a note stays true whatever happened meanwhile

interface AnswerBoxProps {
  town: string
  incident: IncidentDetail
  now: Date
  onChanged: (incident: IncidentDetail) => void
}

/** Where the citizen is answered, or a note left for colleagues; beside it how long an answer is possible. */
export function AnswerBox({ town, incident, now, onChanged }: AnswerBoxProps) {
  const t = useWords(deskWords)
  const w = useWords(answeringWords)
  const m = useWords(workWords)
  const [language] = useLanguage()
  const hasConversation = incident.channel !== 'open311'
  const [kind, setKind] = useState<'answer' | 'note'>(hasConversation ? 'answer' : 'note')
  // Two texts, so that a note can never go out as an answer.
  const drafts = {
    answer: useAnswerDraft(
      `${incident.id}.answer`,
      incident.entries.map(({ id }) => id),
    ),
    note: useAnswerDraft(`${incident.id}.note`),
  }
  const [draft, change] = drafts[kind]
  const { text } = draft
  const isAnswer = kind === 'answer'
  const files = isAnswer ? draft.files : []
  const attaching = useAttaching(town, incident.id, {
    kept: files.length,
    onKept: file => drafts.answer[1](before => ({ ...before, files: [...before.files, file] })),
  })
  const [isClosing, setClosing] = useState(incident.mode === 'one_answer')
  const [isInserting, setInserting] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const mayCarryFiles = attaching.uploading.length === 0
  const canSend = (text.trim() !== '' || files.length > 0) && (!isAnswer || mayCarryFiles)
  const send = useMutation({
    mutationFn: () =>
      isAnswer
        ? changeOnceMore(incident, rev =>
            answerIncident(town, incident.id, {
              ...{ rev, answerId: draft.id, text: text.trim(), close: isClosing },
              mediaIds: files.map(({ mediaId }) => mediaId),
            }),
          )
        : changeOnceMore(incident, rev => noteIncident(town, incident.id, { rev, text: text.trim() }), isNoteFine),
    onSuccess: changed => {
      change(emptyDraft)
      onChanged(changed)
      const isLate = answerWindow(incident.windowEndsAt, now).kind === 'over'
      if (isAnswer) notifications.show({ message: isLate ? w('parkedNow') : t('sent') })
    },
    onError: error => {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (current?.success) onChanged(current.data)
    },
  })
  const insert = (words: string) => {
    const { selectionStart: from = text.length, selectionEnd: to = from } = field.current ?? {}
    const at = from + words.length
    const inserted = (text.slice(0, from) + words + text.slice(to)).slice(0, MAX_ANSWER_CHARS)
    change(before => ({ ...before, text: inserted }))
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at, at)
    })
  }
  const write = (written: string) => change(before => ({ ...before, text: written }))
  const shown = {
    'aria-label': t(isAnswer ? 'answerLabel' : 'noteLabel'),
    placeholder: t(isAnswer ? 'answerLabel' : 'noteLabel'),
    autosize: true,
    minRows: 2,
    maxRows: 8,
    maxLength: MAX_ANSWER_CHARS,
  }
  return (
    <form
      className={styles.answerBox}
      data-kind={kind}
      data-filled={!isEmpty(draft) || isInserting}
      onSubmit={event => {
        event.preventDefault()
        if (canSend && !send.isPending) send.mutate()
      }}
    >
      <div className={styles.answerTop}>
        <SegmentedControl
          size="sm"
          value={kind}
          onChange={chosen => {
            send.reset()
            setKind(chosen === 'note' ? 'note' : 'answer')
          }}
          data={[
            { value: 'answer', label: t('answer'), disabled: !hasConversation },
            { value: 'note', label: t('note') },
          ]}
        />
        {isAnswer && (
          <div className={styles.facts}>
            <p className={styles.language}>
              {w('writesIn', { language: languageNamesIn[language][incident.language] })}
            </p>
            <Countdown windowEndsAt={incident.windowEndsAt} now={now} />
          </div>
        )}
      </div>
      {isAnswer && <ParkingNotice incident={incident} now={now} />}
      {!hasConversation && <p className={detail.hint}>{t('noConversation')}</p>}
      {send.isError && (
        <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden="true" />}>
          {isApiError(send.error, 'stale') ? t('stale') : describeError(send.error)}
        </Alert>
      )}
      {attaching.problem && (
        <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden="true" />}>
          {attaching.problem}
        </Alert>
      )}
      {isAnswer ? (
        <Textarea
          {...shown}
          ref={field}
          lang={incident.language}
          dir="auto"
          value={text}
          onChange={event => write(event.currentTarget.value)}
        />
      ) : (
        <MentionField {...shown} town={town} departmentId={incident.departmentId} value={text} onChange={write} />
      )}
      {isAnswer && (
        <AnswerFiles
          town={town}
          files={files}
          uploading={attaching.uploading}
          onRemove={mediaId =>
            change(before => ({ ...before, files: before.files.filter(file => file.mediaId !== mediaId) }))
          }
        />
      )}
      <div className={styles.answerMore}>
        <p className={detail.hint}>
          {isAnswer ? t('answerHint') : `${t('noteHint')} ${m('mentionHint')}`}
          {isAnswer && incident.mode === 'one_answer' && ` ${t('oneAnswerHint')}`}
          {isAnswer && incident.asksSolved && isClosing && ` ${w('asksSolved')}`}
        </p>
        <div className={styles.answerEnd}>
          {isAnswer && (
            <>
              <div className={styles.tools}>
                <FileButton multiple onChange={chosen => void attaching.attach(chosen)}>
                  {props => (
                    <ActionIcon
                      {...props}
                      variant="subtle"
                      color="gray"
                      c="var(--ink)"
                      size="max(36px, var(--target))"
                      aria-label={w('attach')}
                      title={w('attach')}
                    >
                      <Paperclip size={18} aria-hidden="true" />
                    </ActionIcon>
                  )}
                </FileButton>
                <SavedReplyMenu incident={incident} isOpen={isInserting} onOpen={setInserting} onInsert={insert} />
              </div>
              <Checkbox
                label={t(incident.mode === 'dialogue' ? 'closeDialogue' : 'closeOne')}
                checked={isClosing}
                onChange={event => setClosing(event.currentTarget.checked)}
              />
            </>
          )}
          <Button type="submit" disabled={!canSend} loading={send.isPending}>
            {t(isAnswer ? 'send' : 'saveNote')}
          </Button>
        </div>
      </div>
    </form>
  )
}
