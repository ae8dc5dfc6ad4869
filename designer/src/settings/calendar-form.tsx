import { Select, TextInput } from '@mantine/core'
import { type Calendar, isTimeZone } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useHolidayRegions, usePublicHolidays } from '../api/town-entries.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './calendar-form.module.css'
import { Exceptions } from './exceptions.tsx'
import forms from './forms.module.css'
import { OwnHolidays } from './own-holidays.tsx'
import { Seasons } from './seasons.tsx'
import { WeeklyHours } from './weekly-hours.tsx'
import { calendarWords } from './words/calendars.ts'
import { entryWords } from './words/entries.ts'

const TIME_ZONES = ['Europe/Madrid', 'Atlantic/Canary', 'Europe/Rome']

interface CalendarFormProps {
  value: Calendar
  onChange: (value: Calendar) => void
  isTried: boolean
}

/** Weekly hours with their breaks, those of summer, public and local holidays, days that are different. */
export function CalendarForm({ value, onChange, isTried }: CalendarFormProps) {
  const t = useWords(calendarWords)
  const common = useWords(entryWords)
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
        <WeeklyHours value={value.weekly} onChange={weekly => onChange({ ...value, weekly })} />
      </fieldset>
      <Seasons
        value={value.seasons ?? []}
        weekly={value.weekly}
        onChange={seasons => onChange({ ...value, seasons })}
      />
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
