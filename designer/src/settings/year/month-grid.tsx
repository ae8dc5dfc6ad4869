import { addDays, type Calendar, weekdayOf } from '@pregoner/shared'
import { useLanguage } from '../../i18n/index.ts'
import { shownDay } from './day-look.ts'
import type { DayText } from './use-day-text.ts'
import styles from './year.module.css'

const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

interface MonthGridProps {
  calendar: Calendar
  /** YYYY-MM */
  month: string
  today: string
  /** The one day of the year that Tab comes to. */
  current: string
  textOf: DayText
  isEditable: boolean
}

/** The days of a month by weeks, null outside it. */
function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`
  const start = addDays(first, 1 - weekdayOf(first))
  const weeks: (string | null)[][] = []
  for (let monday = start; monday.slice(0, 7) <= month; monday = addDays(monday, 7))
    weeks.push(
      WEEKDAYS.map(day => {
        const date = addDays(monday, day)
        return date.startsWith(month) ? date : null
      }),
    )
  return weeks
}

/** A small month: each day with its mark. */
export function MonthGrid({ calendar, month, today, current, textOf, isEditable }: MonthGridProps) {
  const [language] = useLanguage()
  const narrow = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const id = `month-${month}`
  return (
    <section className={styles.month}>
      <h3 id={id}>{monthName.format(new Date(`${month}-01`))}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: WAI-ARIA, date grid */}
      <table role="grid" aria-labelledby={id} aria-readonly={!isEditable}>
        <thead>
          <tr>
            {WEEKDAYS.map(day => (
              <th key={day} scope="col" abbr={long.format(A_MONDAY + day * DAY_MS)}>
                {narrow.format(A_MONDAY + day * DAY_MS)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(week => (
            <tr key={week.find(Boolean)}>
              {week.map((date, index) =>
                date === null ? (
                  <td key={index} />
                ) : (
                  <td
                    key={date}
                    data-date={date}
                    data-look={shownDay(calendar, date).look}
                    tabIndex={date === current ? 0 : -1}
                    aria-label={textOf(date)}
                    aria-current={date === today ? 'date' : undefined}
                  >
                    <span aria-hidden="true">{Number(date.slice(8))}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
