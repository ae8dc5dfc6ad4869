import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import type { Calendar } from '@pregoner/shared'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './calendar-form.module.css'
import forms from './forms.module.css'
import { calendarWords } from './words/calendars.ts'

type OwnHoliday = Calendar['ownHolidays'][number]

const YEARLY_CHARS = 'MM-DD'.length
const LEAP_YEAR = 2028 // for 29 February

interface OwnHolidaysProps {
  value: readonly OwnHoliday[]
  onChange: (value: OwnHoliday[]) => void
}

/** The town's own feast days: once, or every year. */
export function OwnHolidays({ value, onChange }: OwnHolidaysProps) {
  const t = useWords(calendarWords)
  const year = useNow().getFullYear()
  const set = (index: number, change: Partial<OwnHoliday>) =>
    onChange(value.map((day, each) => (each === index ? { ...day, ...change } : day)))
  const isYearly = ({ date }: OwnHoliday) => date.length === YEARLY_CHARS
  const asDay = (day: OwnHoliday) => {
    if (!isYearly(day)) return day.date
    return `${day.date === '02-29' ? LEAP_YEAR : year}-${day.date}`
  }
  return (
    <fieldset className={forms.group}>
      <legend>{t('ownHolidays')}</legend>
      <p className={forms.note}>{t('ownHolidaysHelp')}</p>
      {value.map((day, index) => (
        <div key={index} className={forms.line}>
          <TextInput
            type="date"
            label={t('date')}
            value={asDay(day)}
            aria-invalid={day.date === ''}
            onChange={event => {
              const date = event.currentTarget.value
              set(index, { date: isYearly(day) ? date.slice(-YEARLY_CHARS) : date })
            }}
          />
          <TextInput
            className={forms.grow ?? ''}
            label={t('dayName')}
            maxLength={200}
            value={day.name}
            onChange={event => set(index, { name: event.currentTarget.value })}
          />
          <Checkbox
            className={styles.yearly ?? ''}
            label={t('yearly')}
            checked={isYearly(day)}
            onChange={event => {
              const whole = asDay(day)
              set(index, { date: event.currentTarget.checked ? whole.slice(-YEARLY_CHARS) : whole })
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="var(--target)"
            aria-label={t('removeDay', { name: day.name || asDay(day) })}
            onClick={() => onChange(value.filter((_, each) => each !== index))}
          >
            <Trash2 size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        className={forms.add ?? ''}
        leftSection={<Plus size={16} aria-hidden="true" />}
        onClick={() => onChange([...value, { date: '', name: '' }])}
      >
        {t('addOwnHoliday')}
      </Button>
    </fieldset>
  )
}
