import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { asEasterDay, type Calendar, easterDayIn } from '@pregoner/shared'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import forms from './forms.module.css'
import { calendarWords } from './words/calendars.ts'

type OwnHoliday = Calendar['ownHolidays'][number]

const repeats = ['once', 'yearly', 'easter'] as const
type Repeat = (typeof repeats)[number]

const YEARLY_CHARS = 'MM-DD'.length
const LEAP_YEAR = 2028 // for 29 February

interface OwnHolidaysProps {
  value: readonly OwnHoliday[]
  onChange: (value: OwnHoliday[]) => void
}

function repeatOf({ date }: OwnHoliday): Repeat {
  if (date.startsWith('easter')) return 'easter'
  return date.length === YEARLY_CHARS ? 'yearly' : 'once'
}

/** How a day is kept; a day too far from Easter stays that day. */
function kept(day: string, repeat: Repeat): string {
  if (day === '' || repeat === 'once') return day
  return (repeat === 'easter' && asEasterDay(day)) || day.slice(-YEARLY_CHARS)
}

/** The town's own feast days: once, every year, or with Easter. */
export function OwnHolidays({ value, onChange }: OwnHolidaysProps) {
  const t = useWords(calendarWords)
  const year = useNow().getFullYear()
  const set = (index: number, change: Partial<OwnHoliday>) =>
    onChange(value.map((day, each) => (each === index ? { ...day, ...change } : day)))
  const asDay = (day: OwnHoliday) => {
    const repeat = repeatOf(day)
    if (repeat === 'once') return day.date
    if (repeat === 'easter') return easterDayIn(day.date, year)
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
            onChange={event => set(index, { date: kept(event.currentTarget.value, repeatOf(day)) })}
          />
          <TextInput
            className={forms.grow ?? ''}
            label={t('dayName')}
            maxLength={200}
            value={day.name}
            onChange={event => set(index, { name: event.currentTarget.value })}
          />
          <Select
            label={t('repeat')}
            allowDeselect={false}
            data={repeats.map(value => ({ value, label: t(value) }))}
            value={repeatOf(day)}
            onChange={value => {
              const repeat = repeats.find(each => each === value)
              if (repeat) set(index, { date: kept(asDay(day), repeat) })
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
