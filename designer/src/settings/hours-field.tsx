import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { Interval } from '@pregoner/shared'
import { Plus, X } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './calendar-form.module.css'
import { hoursFault } from './hours-fault.ts'
import { calendarWords } from './words/calendars.ts'

interface HoursFieldProps {
  /** What the hours are of, for whoever does not see them: a weekday, an exception. */
  label: string
  value: readonly Interval[]
  onChange: (value: Interval[]) => void
}

const MORNING: Interval = { from: '09:00', to: '13:00' }
const AFTERNOON: Interval = { from: '15:00', to: '18:00' }
const MAX_SHIFTS = 12

/** A day's end at midnight is written 24:00; a clock on the screen shows it as 00:00. */
const asClock = (time: string) => (time === '24:00' ? '00:00' : time)
const asEnd = (time: string) => (time === '00:00' ? '24:00' : time)

/** The shifts of one day; none means closed. */
export function HoursField({ label, value, onChange }: HoursFieldProps) {
  const t = useWords(calendarWords)
  const fault = hoursFault(value)
  const set = (index: number, change: Partial<Interval>) =>
    onChange(value.map((shift, each) => (each === index ? { ...shift, ...change } : shift)))
  const next = value.length === 0 || value.some(({ to }) => to > AFTERNOON.from) ? MORNING : AFTERNOON
  return (
    <div className={styles.hours}>
      {value.length === 0 && <span className={styles.closed}>{t('closed')}</span>}
      {value.map((shift, index) => (
        <div key={index} className={styles.shift}>
          <TextInput
            type="time"
            className={styles.time ?? ''}
            aria-label={t('opens', { day: label, number: index + 1 })}
            aria-invalid={fault !== null}
            value={shift.from}
            onChange={event => set(index, { from: event.currentTarget.value })}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            type="time"
            className={styles.time ?? ''}
            aria-label={t('closes', { day: label, number: index + 1 })}
            aria-invalid={fault !== null}
            value={asClock(shift.to)}
            onChange={event => set(index, { to: asEnd(event.currentTarget.value) })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="var(--target)"
            aria-label={t('removeShift', { day: label, number: index + 1 })}
            onClick={() => onChange(value.filter((_, each) => each !== index))}
          >
            <X size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {value.length < MAX_SHIFTS && (
        <Button
          variant="subtle"
          size="compact-md"
          className={styles.addShift ?? ''}
          aria-label={t('addShiftTo', { day: label })}
          leftSection={<Plus size={14} aria-hidden="true" />}
          onClick={() => onChange([...value, next])}
        >
          {t(value.length === 0 ? 'open' : 'addShift')}
        </Button>
      )}
      {fault && (
        <span className={styles.fault} role="alert">
          {t(fault)}
        </span>
      )}
    </div>
  )
}
