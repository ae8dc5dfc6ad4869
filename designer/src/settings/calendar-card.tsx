import { Button } from '@mantine/core'
import { type Calendar, easterDayIn, type Interval, townDate, weekdays } from '@pregoner/shared'
import { CalendarRange, Pencil } from 'lucide-react'
import { Link } from 'react-router'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './settings.module.css'
import { calendarWords } from './words/calendars.ts'
import { entryWords } from './words/entries.ts'
import { settingsWords } from './words.ts'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000
const A_LEAP_YEAR = 2024
const YEARLY_CHARS = 'MM-DD'.length

interface CalendarCardProps {
  calendar: Calendar
  /** Null for whoever only reads it. */
  onEdit: (() => void) | null
}

/** A calendar in words: its weeks, its exceptions, its holidays. */
export function CalendarCard({ calendar, onEdit }: CalendarCardProps) {
  const t = useWords(settingsWords)
  const say = useWords(calendarWords)
  const common = useWords(entryWords)
  const { key } = useTown()
  const year = townDate(useNow(), calendar.timeZone).slice(0, 4)
  const formats = useFormats()
  const [language] = useLanguage()
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const dayMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const hours = (intervals: Interval[]) =>
    intervals.length === 0 ? t('closed') : intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
  // A yearly day is shown in a leap year, so that 29 February is one too.
  const inYear = (date: string) => dayMonth.format(new Date(`${A_LEAP_YEAR}-${date}`))
  const dayOf = (date: string) => {
    if (date.startsWith('easter')) return `${formats.date(easterDayIn(date, Number(year)))} (${say('easter')})`
    return date.length === YEARLY_CHARS ? `${inYear(date)} (${t('yearly')})` : formats.date(date)
  }
  const weeks = [
    { title: t('weekly'), weekly: calendar.weekly },
    ...(calendar.seasons ?? []).map(({ name, from, to, weekly }) => ({
      title: `${name}, ${inYear(from)} – ${inYear(to)}`,
      weekly,
    })),
  ]
  const days = [
    { title: t('ownHolidays'), list: calendar.ownHolidays },
    { title: t('holidays'), list: calendar.publicHolidays },
  ]
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <h3>{calendar.name}</h3>
        <span className={styles.cardActions}>
          <Button
            component={Link}
            to={`/t/${key}/settings/calendars/${calendar.id}/${year}`}
            variant="default"
            aria-label={`${say('yearView')}: ${calendar.name}`}
            leftSection={<CalendarRange size={16} aria-hidden="true" />}
          >
            {say('yearView')}
          </Button>
          {onEdit && (
            <Button
              variant="default"
              aria-label={common('edit', { name: calendar.name })}
              leftSection={<Pencil size={16} aria-hidden="true" />}
              onClick={onEdit}
            >
              {common('editShort')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.note}>{t('timeZone', { zone: calendar.timeZone })}</p>
      <div className={styles.weeks}>
        {weeks.map(({ title, weekly }, index) => (
          <section key={index}>
            <h4>{title}</h4>
            <table className={styles.week}>
              <tbody>
                {weekdays.map((day, at) => (
                  <tr key={day}>
                    <th scope="row">{weekday.format(A_MONDAY + at * DAY_MS)}</th>
                    <td>{hours(weekly[day])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
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
