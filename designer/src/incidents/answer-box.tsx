import { Alert, Button, Checkbox, SegmentedControl, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type IncidentDetail, incidentDetail } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Clock, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { answerIncident, noteIncident } from '../api/incidents.ts'
import { newId } from '../api/new-id.ts'
import { useWords } from '../i18n/index.ts'
import { answerWindow } from './answer-window.ts'
import { changeOnceMore } from './change-once-more.ts'
import styles from './detail.module.css'
import { MentionField } from './mention-field.tsx'
import { useDraftText } from './use-draft-text.ts'
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
  const w = useWords(workWords)
  const [kind, setKind] = useState<'answer' | 'note'>('answer')
  // Two texts, so that a note can never go out as an answer.
  const drafts = { answer: useDraftText(`${incident.id}.answer`), note: useDraftText(`${incident.id}.note`) }
  const [text, setText] = drafts[kind]
  const [isClosing, setClosing] = useState(incident.mode === 'one_answer')
  const answerId = useRef(newId())
  const isAnswer = kind === 'answer'
  const send = useMutation({
    mutationFn: () =>
      isAnswer
        ? changeOnceMore(incident, rev =>
            answerIncident(town, incident.id, { rev, answerId: answerId.current, text: text.trim(), close: isClosing }),
          )
        : changeOnceMore(incident, rev => noteIncident(town, incident.id, { rev, text: text.trim() }), isNoteFine),
    onSuccess: changed => {
      answerId.current = newId()
      setText('')
      onChanged(changed)
      if (isAnswer) notifications.show({ message: t('sent') })
    },
    onError: error => {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (current?.success) onChanged(current.data)
    },
  })
  const field = {
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
      data-filled={text !== ''}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '' && !send.isPending) send.mutate()
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
            { value: 'answer', label: t('answer') },
            { value: 'note', label: t('note') },
          ]}
        />
        {isAnswer && <Countdown windowEndsAt={incident.windowEndsAt} now={now} />}
      </div>
      {send.isError && (
        <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden="true" />}>
          {isApiError(send.error, 'stale') ? t('stale') : describeError(send.error)}
        </Alert>
      )}
      {isAnswer ? (
        <Textarea {...field} value={text} onChange={event => setText(event.currentTarget.value)} />
      ) : (
        <MentionField {...field} town={town} departmentId={incident.departmentId} value={text} onChange={setText} />
      )}
      <div className={styles.answerMore}>
        <p className={styles.hint}>
          {isAnswer ? t('answerHint') : `${t('noteHint')} ${w('mentionHint')}`}
          {isAnswer && incident.mode === 'one_answer' && ` ${t('oneAnswerHint')}`}
        </p>
        <div className={styles.answerEnd}>
          {isAnswer && (
            <Checkbox
              label={t(incident.mode === 'dialogue' ? 'closeDialogue' : 'closeOne')}
              checked={isClosing}
              onChange={event => setClosing(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" disabled={text.trim() === ''} loading={send.isPending}>
            {t(isAnswer ? 'send' : 'saveNote')}
          </Button>
        </div>
      </div>
    </form>
  )
}

function Countdown({ windowEndsAt, now }: { windowEndsAt: string | null; now: Date }) {
  const t = useWords(deskWords)
  const left = answerWindow(windowEndsAt, now)
  if (left.kind === 'none') return null
  const isOpen = left.kind === 'open' || left.kind === 'soon'
  return (
    <p className={styles.countdown} data-window={left.kind}>
      {left.kind === 'open' ? <Clock size={16} aria-hidden="true" /> : <TriangleAlert size={16} aria-hidden="true" />}
      {isOpen ? t(`window.${left.kind}`, { hours: left.hours, minutes: left.minutes }) : t('window.over')}
    </p>
  )
}
