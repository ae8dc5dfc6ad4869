import { type Calendar, type Interval, weekdays } from '@pregoner/shared'
import { CalendarDays } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

/** When each service is open, and the days that are different. */
export default function Calendars() {
  const t = useWords(settingsWords)
  const { calendars } = useTown()
  if (calendars.length === 0)
    return (
      <Empty Icon={CalendarDays} title={t('noCalendars')}>
        {t('noneHelp')}
      </Empty>
    )
  return (
    <>
      <p className={styles.note}>{t('readOnly')}</p>
      {calendars.map(calendar => (
        <CalendarCard key={calendar.id} calendar={calendar} />
      ))}
    </>
  )
}

function CalendarCard({ calendar }: { calendar: Calendar }) {
  const t = useWords(settingsWords)
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
      <h2>{calendar.name}</h2>
      <p className={styles.note}>{t('timeZone', { zone: calendar.timeZone })}</p>
      <h3>{t('weekly')}</h3>
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
          <h3>{t('exceptions')}</h3>
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
