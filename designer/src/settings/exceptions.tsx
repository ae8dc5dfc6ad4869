import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { Calendar } from '@pregoner/shared'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { HoursField } from './hours-field.tsx'
import { calendarWords } from './words/calendars.ts'

type Exception = Calendar['exceptions'][number]

interface ExceptionsProps {
  value: readonly Exception[]
  onChange: (value: Exception[]) => void
}

/** Days with other hours: summer, a bridge, an afternoon off. */
export function Exceptions({ value, onChange }: ExceptionsProps) {
  const t = useWords(calendarWords)
  const set = (index: number, change: Partial<Exception>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...change } : each)))
  return (
    <fieldset className={forms.group}>
      <legend>{t('exceptions')}</legend>
      <p className={forms.note}>{t('exceptionsHelp')}</p>
      {value.map((exception, index) => {
        const { from, to, intervals, name } = exception
        const isBackwards = from !== '' && to !== '' && from > to
        return (
          <div key={index} className={forms.entry}>
            <div className={forms.line}>
              <TextInput
                className={forms.grow ?? ''}
                label={t('exceptionName')}
                maxLength={200}
                value={name}
                onChange={event => set(index, { name: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('from')}
                value={from}
                aria-invalid={from === ''}
                onChange={event => {
                  const first = event.currentTarget.value
                  set(index, { from: first, ...(to === '' && { to: first }) })
                }}
              />
              <TextInput
                type="date"
                label={t('to')}
                value={to}
                aria-invalid={to === '' || isBackwards}
                onChange={event => set(index, { to: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="var(--target)"
                aria-label={t('removeDay', { name: name || from })}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <Trash2 size={18} aria-hidden="true" />
              </ActionIcon>
            </div>
            {isBackwards && (
              <span className={forms.error} role="alert">
                {t('endsBefore')}
              </span>
            )}
            <HoursField
              label={name || t('exceptions')}
              value={intervals}
              onChange={shifts => set(index, { intervals: shifts })}
            />
          </div>
        )
      })}
      <Button
        variant="default"
        className={forms.add ?? ''}
        leftSection={<Plus size={16} aria-hidden="true" />}
        onClick={() => onChange([...value, { from: '', to: '', intervals: [], name: '' }])}
      >
        {t('addException')}
      </Button>
    </fieldset>
  )
}
