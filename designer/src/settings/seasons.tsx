import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { Calendar, CalendarSeason } from '@pregoner/shared'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import forms from './forms.module.css'
import { WeeklyHours } from './weekly-hours.tsx'
import { calendarWords } from './words/calendars.ts'

const YEARLY_CHARS = 'MM-DD'.length
const MAX_SEASONS = 12
const LEAP_YEAR = 2028 // for 29 February

interface SeasonsProps {
  value: readonly CalendarSeason[]
  /** A new season begins as the usual week. */
  weekly: Calendar['weekly']
  onChange: (value: CalendarSeason[]) => void
}

/** Parts of every year with a week of their own: the summer timetable. */
export function Seasons({ value, weekly, onChange }: SeasonsProps) {
  const t = useWords(calendarWords)
  const year = useNow().getFullYear()
  const set = (index: number, change: Partial<CalendarSeason>) =>
    onChange(value.map((season, each) => (each === index ? { ...season, ...change } : season)))
  const asDay = (date: string) => date && `${date === '02-29' ? LEAP_YEAR : year}-${date}`
  const edges = [
    { edge: 'from', label: t('seasonFrom') },
    { edge: 'to', label: t('seasonTo') },
  ] as const
  return (
    <fieldset className={forms.group}>
      <legend>{t('seasons')}</legend>
      <p className={forms.note}>{t('seasonsHelp')}</p>
      {value.map((season, index) => (
        <div key={index} className={forms.entry}>
          <div className={forms.line}>
            <TextInput
              className={forms.grow ?? ''}
              label={t('seasonName')}
              maxLength={200}
              value={season.name}
              onChange={event => set(index, { name: event.currentTarget.value })}
            />
            {edges.map(({ edge, label }) => (
              <TextInput
                key={edge}
                type="date"
                label={label}
                value={asDay(season[edge])}
                aria-invalid={season[edge] === ''}
                onChange={event => set(index, { [edge]: event.currentTarget.value.slice(-YEARLY_CHARS) })}
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="var(--target)"
              aria-label={t('removeSeason', { name: season.name || t('seasons') })}
              onClick={() => onChange(value.filter((_, each) => each !== index))}
            >
              <Trash2 size={18} aria-hidden="true" />
            </ActionIcon>
          </div>
          <WeeklyHours
            of={season.name || t('seasons')}
            value={season.weekly}
            onChange={hours => set(index, { weekly: hours })}
          />
        </div>
      ))}
      {value.length < MAX_SEASONS && (
        <Button
          variant="default"
          className={forms.add ?? ''}
          leftSection={<Plus size={16} aria-hidden="true" />}
          onClick={() => onChange([...value, { name: t('seasonSummer'), from: '06-15', to: '09-15', weekly }])}
        >
          {t('addSeason')}
        </Button>
      )}
    </fieldset>
  )
}
