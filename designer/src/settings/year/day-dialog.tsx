import { Alert, Button, Modal, Radio, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { asUsual, type Calendar, exceptionOn, withException } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError, isApiError } from '../../api/api-error.ts'
import { useTown } from '../../api/town.ts'
import { useSaveEntry } from '../../api/town-entries.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import forms from '../forms.module.css'
import { hoursFault } from '../hours-fault.ts'
import { HoursField } from '../hours-field.tsx'
import { shownDay } from './day-look.ts'
import { hoursText, useDayText } from './use-day-text.ts'
import { yearWords } from './words.ts'
import styles from './year.module.css'

const choices = ['usual', 'shut', 'other'] as const
type Choice = (typeof choices)[number]

const DAY_MS = 86_400_000
const MORNING = { from: '09:00', to: '13:00' }

interface DayDialogProps {
  calendar: Calendar
  date: string
  onClose: () => void
}

/** One day, or several from it on: as usual, closed, or with other hours. */
export function DayDialog({ calendar, date, onClose }: DayDialogProps) {
  const t = useWords(yearWords)
  const formats = useFormats()
  const { key } = useTown()
  const save = useSaveEntry(key, 'calendars')
  const was = exceptionOn(calendar, date)
  const usual = shownDay(asUsual(calendar, date, date), date)
  const [choice, setChoice] = useState<Choice>(choiceOf(was))
  const [to, setTo] = useState(date)
  const [name, setName] = useState(was?.name ?? '')
  const [intervals, setIntervals] = useState(was?.intervals.length ? was.intervals : [MORNING])
  const [before] = useState(calendar) // what is saved replaces what was read
  const title = useDayText(calendar, new Date(0))(date).split(':')[0]
  useFocusBack()

  const isBackwards = to < date // an empty one, too
  const fault = choice === 'other' && (intervals.length === 0 || hoursFault(intervals) !== null)
  const days = isBackwards ? 1 : (Date.parse(to) - Date.parse(date)) / DAY_MS + 1
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fault || isBackwards) return
    const entry =
      choice === 'usual'
        ? asUsual(before, date, to)
        : withException(before, { from: date, to, name, intervals: choice === 'shut' ? [] : intervals })
    const onSuccess = () => {
      notifications.show({ message: t('saved') })
      onClose()
    }
    save.mutate({ entry, was: before }, { onSuccess })
  }
  const usualText = [hoursText(usual.intervals) || t(usual.look), usual.name].filter(Boolean).join(', ')
  const labels = { usual: t('usualHours', { hours: usualText }), shut: t('makeShut'), other: t('makeOther') }

  return (
    <Modal opened size={560} title={title} onClose={onClose} closeButtonProps={{ 'aria-label': t('close') }}>
      <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
        {was && was.from !== was.to && (
          <p className={forms.note}>
            {t('inRange', { name: was.name || t('unnamed'), range: formats.range(was.from, was.to) })}
          </p>
        )}
        <Radio.Group
          label={t('hours')}
          value={choice}
          onChange={value => setChoice(choices.find(each => each === value) ?? 'usual')}
        >
          <div className={styles.choices}>
            {choices.map(each => (
              <Radio key={each} value={each} label={labels[each]} data-autofocus={each === choice || undefined} />
            ))}
          </div>
        </Radio.Group>
        {choice === 'other' && <HoursField label={title ?? ''} value={intervals} onChange={setIntervals} />}
        <div className={forms.pair}>
          {choice !== 'usual' && (
            <TextInput
              label={t('reason')}
              maxLength={200}
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="date"
            label={t('until')}
            min={date}
            value={to}
            aria-invalid={isBackwards}
            onChange={event => setTo(event.currentTarget.value)}
          />
        </div>
        {save.isError && (
          <Alert color="red" role="alert">
            {isApiError(save.error, 'stale') ? t('stale') : describeError(save.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={fault || isBackwards}>
            {days === 1 ? t('save') : t('saveDays', { count: days })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function choiceOf(was: Calendar['exceptions'][number] | undefined): Choice {
  if (!was) return 'usual'
  return was.intervals.length > 0 ? 'other' : 'shut'
}
