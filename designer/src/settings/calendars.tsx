import { Button } from '@mantine/core'
import { type Calendar, type Interval, weekdays } from '@pregoner/shared'
import { CalendarDays, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { calendarWords } from './words/calendars.ts'
import { entryWords } from './words/entries.ts'
import { settingsWords } from './words.ts'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

/** When each service is open, and the days that are different. */
export default function Calendars() {
  const t = useWords(settingsWords)
  const say = useWords(calendarWords)
  const { key, calendars } = useTown()
  const isAdministrator = useRole(key) === 'administrator'
  const [open, setOpen] = useState<{ was: Calendar | null } | null>(null)
  const add = isAdministrator && (
    <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={() => setOpen({ was: null })}>
      {say('add')}
    </Button>
  )
  return (
    <>
      <div className={forms.top}>
        <h2>{say('title')}</h2>
        {calendars.length > 0 && add}
      </div>
      {!isAdministrator && <p className={styles.note}>{t('adminOnly')}</p>}
      {calendars.length === 0 && (
        <Empty Icon={CalendarDays} title={t('noCalendars')} action={add}>
          {say('emptyHelp')}
        </Empty>
      )}
      {calendars.map(calendar => (
        <CalendarCard
          key={calendar.id}
          calendar={calendar}
          onEdit={isAdministrator ? () => setOpen({ was: calendar }) : null}
        />
      ))}
      {open && <CalendarDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}

function CalendarCard({ calendar, onEdit }: { calendar: Calendar; onEdit: (() => void) | null }) {
  const t = useWords(settingsWords)
  const common = useWords(entryWords)
  const formats = useFormats()
  const [language] = useLanguage()
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const dayMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const hours = (intervals: Interval[]) =>
    intervals.length === 0 ? t('closed') : intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
  // A yearly day is shown in a leap year, so that 29 February is one too.
  const dayOf = (date: string) =>
    date.length === 5 ? `${dayMonth.format(new Date(`2024-${date}`))} (${t('yearly')})` : formats.date(date)
  const days = [
    { title: t('ownHolidays'), list: calendar.ownHolidays },
    { title: t('holidays'), list: calendar.publicHolidays },
  ]
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <h3>{calendar.name}</h3>
        {onEdit && (
          <span className={styles.cardActions}>
            <Button
              variant="default"
              aria-label={common('edit', { name: calendar.name })}
              leftSection={<Pencil size={16} aria-hidden="true" />}
              onClick={onEdit}
            >
              {common('editShort')}
            </Button>
          </span>
        )}
      </div>
      <p className={styles.note}>{t('timeZone', { zone: calendar.timeZone })}</p>
      <h4>{t('weekly')}</h4>
      <table className={styles.week}>
        <tbody>
          {weekdays.map((day, index) => (
            <tr key={day}>
              <th scope="row">{weekday.format(A_MONDAY + index * DAY_MS)}</th>
              <td>{hours(calendar.weekly[day])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {calendar.exceptions.length > 0 && (
        <>
          <h4>{t('exceptions')}</h4>
          <ul className={styles.days}>
            {calendar.exceptions.map(({ from, to, intervals, name }) => (
              <li key={from + to + name}>
                <strong>{name}</strong> {formats.range(from, to)}: {hours(intervals)}
              </li>
            ))}
          </ul>
        </>
      )}
      {days.map(
        ({ title, list }) =>
          list.length > 0 && (
            <details key={title}>
              <summary>
                {title} ({list.length})
              </summary>
              <ul className={styles.days}>
                {list.map(({ date, name }) => (
                  <li key={date + name}>
                    {dayOf(date)}: {name}
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </section>
  )
}
