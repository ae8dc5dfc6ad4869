import { Button } from '@mantine/core'
import { type Calendar, weekdays } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './calendar-form.module.css'
import forms from './forms.module.css'
import { HoursField } from './hours-field.tsx'
import { calendarWords } from './words/calendars.ts'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

interface WeeklyHoursProps {
  value: Calendar['weekly']
  onChange: (value: Calendar['weekly']) => void
  /** Whose week it is, when there are several on the screen. */
  of?: string
}

/** The shifts of each day of a week. */
export function WeeklyHours({ value, onChange, of = '' }: WeeklyHoursProps) {
  const t = useWords(calendarWords)
  const [language] = useLanguage()
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const dayName = (index: number) => weekday.format(A_MONDAY + index * DAY_MS)
  const { mon } = value
  return (
    <>
      {weekdays.map((day, index) => (
        <div key={day} className={styles.day}>
          <span className={styles.dayName}>{dayName(index)}</span>
          <HoursField
            label={of ? `${of}, ${dayName(index)}` : dayName(index)}
            value={value[day]}
            onChange={shifts => onChange({ ...value, [day]: shifts })}
          />
        </div>
      ))}
      <Button
        variant="default"
        className={forms.add ?? ''}
        onClick={() => onChange({ ...value, tue: mon, wed: mon, thu: mon, fri: mon })}
      >
        {t('copyMonday')}
      </Button>
    </>
  )
}
