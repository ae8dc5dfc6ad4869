import { Button, Select, TextInput } from '@mantine/core'
import { type Calendar, isTimeZone, weekdays } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useHolidayRegions, usePublicHolidays } from '../api/town-entries.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './calendar-form.module.css'
import { Exceptions } from './exceptions.tsx'
import forms from './forms.module.css'
import { HoursField } from './hours-field.tsx'
import { OwnHolidays } from './own-holidays.tsx'
import { calendarWords } from './words/calendars.ts'
import { entryWords } from './words/entries.ts'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000
const TIME_ZONES = ['Europe/Madrid', 'Atlantic/Canary', 'Europe/Rome']

interface CalendarFormProps {
  value: Calendar
  onChange: (value: Calendar) => void
  isTried: boolean
}

/** Weekly hours with their breaks, public and local holidays, days that are different. */
export function CalendarForm({ value, onChange, isTried }: CalendarFormProps) {
  const t = useWords(calendarWords)
  const common = useWords(entryWords)
  const [language] = useLanguage()
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const dayName = (index: number) => weekday.format(A_MONDAY + index * DAY_MS)
  const { weekly } = value
  const copyMonday = () =>
    onChange({ ...value, weekly: { ...weekly, tue: weekly.mon, wed: weekly.mon, thu: weekly.mon, fri: weekly.mon } })
  const zones = [...new Set([...TIME_ZONES, value.timeZone])].filter(isTimeZone)
  return (
    <>
      <div className={forms.pair}>
        <TextInput
          label={common('name')}
          maxLength={200}
          value={value.name}
          error={isTried && value.name.trim() === '' ? t('nameMissing') : undefined}
          onChange={event => onChange({ ...value, name: event.currentTarget.value })}
        />
        <Select
          label={t('timeZone')}
          allowDeselect={false}
          data={zones}
          value={value.timeZone}
          onChange={timeZone => timeZone && onChange({ ...value, timeZone })}
        />
      </div>
      <fieldset className={forms.group}>
        <legend>{t('weekly')}</legend>
        {weekdays.map((day, index) => (
          <div key={day} className={styles.day}>
            <span className={styles.dayName}>{dayName(index)}</span>
            <HoursField
              label={dayName(index)}
              value={weekly[day]}
              onChange={shifts => onChange({ ...value, weekly: { ...weekly, [day]: shifts } })}
            />
          </div>
        ))}
        <Button variant="default" className={forms.add ?? ''} onClick={copyMonday}>
          {t('copyMonday')}
        </Button>
      </fieldset>
      <RegionField value={value.region} onChange={region => onChange({ ...value, region })} />
      <OwnHolidays value={value.ownHolidays} onChange={ownHolidays => onChange({ ...value, ownHolidays })} />
      <Exceptions value={value.exceptions} onChange={exceptions => onChange({ ...value, exceptions })} />
    </>
  )
}

interface RegionFieldProps {
  value: string | null
  onChange: (region: string | null) => void
}

function RegionField({ value, onChange }: RegionFieldProps) {
  const t = useWords(calendarWords)
  const formats = useFormats()
  const { key } = useTown()
  const regions = useHolidayRegions(key)
  const holidays = usePublicHolidays(key, value)
  const choices = (regions.data ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const isKnown = value === null || choices.some(choice => choice.value === value)
  return (
    <fieldset className={forms.group}>
      <legend>{t('publicHolidays')}</legend>
      <Select
        label={t('region')}
        description={t('regionHelp')}
        placeholder={t('noRegion')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('noRegion') }}
        data={isKnown || value === null ? choices : [...choices, { value, label: value }]}
        value={value}
        onChange={onChange}
      />
      {holidays.data && holidays.data.length > 0 && (
        <details className={styles.details}>
          <summary>{t('holidayCount', { count: holidays.data.length })}</summary>
          <ul className={styles.list}>
            {holidays.data.map(({ date, name }) => (
              <li key={date + name}>
                {formats.date(date)}: {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  )
}
