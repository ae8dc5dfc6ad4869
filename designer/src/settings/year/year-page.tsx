import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Calendar, copiedToNextYear, townDate } from '@pregoner/shared'
import { ArrowLeft, ChevronLeft, ChevronRight, Copy } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import { describeError } from '../../api/api-error.ts'
import { useRole } from '../../api/session.ts'
import { useTown } from '../../api/town.ts'
import { useSaveEntry } from '../../api/town-entries.ts'
import { useWords } from '../../i18n/index.ts'
import { useNow } from '../../i18n/use-now.ts'
import forms from '../forms.module.css'
import { DayDialog } from './day-dialog.tsx'
import { dayLooks } from './day-look.ts'
import { MonthGrid } from './month-grid.tsx'
import { movedDay } from './moved-day.ts'
import { useDayText } from './use-day-text.ts'
import { yearWords } from './words.ts'
import styles from './year.module.css'

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

const dayOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined

/** A calendar drawn as a year: every day with what it is; an administrator changes one where it lies. */
export function YearPage({ calendar, year }: { calendar: Calendar; year: number }) {
  const t = useWords(yearWords)
  const { key } = useTown()
  const isAdministrator = useRole(key) === 'administrator'
  const now = useNow()
  const today = townDate(now, calendar.timeZone)
  const [current, setCurrent] = useState(today.startsWith(String(year)) ? today : `${year}-01-01`)
  const [opened, setOpened] = useState<string | null>(null)
  const months = useRef<HTMLDivElement>(null)
  const save = useSaveEntry(key, 'calendars')
  const textOf = useDayText(calendar, now)
  const path = `/t/${key}/settings/calendars`
  const hasHolidays =
    calendar.region === null || calendar.publicHolidays.some(({ date }) => date.startsWith(`${year}-`))

  const open = (date: string) => isAdministrator && setOpened(date)
  const onKeyDown = (event: KeyboardEvent) => {
    const date = dayOf(event.target)
    if (!date || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(date)
    }
    const to = movedDay(date, event.key)
    if (to === null) return
    event.preventDefault()
    setCurrent(to)
    months.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus()
  }
  const onClick = (event: MouseEvent) => {
    const date = dayOf(event.target)
    if (!date) return
    setCurrent(date)
    open(date)
  }
  const copy = () => {
    const { calendar: entry, added } = copiedToNextYear(calendar, year)
    if (added === 0) return notifications.show({ message: t('nothingToCopy', { year: String(year + 1) }) })
    save.mutate(
      { entry, was: calendar },
      {
        onSuccess: () => notifications.show({ message: t('copied', { count: added, year: String(year + 1) }) }),
        onError: error => notifications.show({ color: 'red', message: describeError(error) }),
      },
    )
  }

  return (
    <>
      <Link to={path} className={styles.back}>
        <ArrowLeft size={16} aria-hidden="true" /> {t('back')}
      </Link>
      <div className={forms.top}>
        <h2>{t('title', { name: calendar.name, year: String(year) })}</h2>
        <nav className={styles.years}>
          <Button
            component={Link}
            to={`${path}/${calendar.id}/${year - 1}`}
            variant="default"
            leftSection={<ChevronLeft size={16} aria-hidden="true" />}
          >
            {t('previous', { year: String(year - 1) })}
          </Button>
          <Button
            component={Link}
            to={`${path}/${calendar.id}/${year + 1}`}
            variant="default"
            rightSection={<ChevronRight size={16} aria-hidden="true" />}
          >
            {t('next', { year: String(year + 1) })}
          </Button>
        </nav>
      </div>
      <p className={forms.note}>{t(isAdministrator ? 'help' : 'helpReader')}</p>
      <ul className={styles.legend} aria-label={t('legend')}>
        {dayLooks.map(look => (
          <li key={look}>
            <span className={styles.sample} data-look={look} aria-hidden="true" />
            {t(look)}
          </li>
        ))}
      </ul>
      {!hasHolidays && <p className={forms.note}>{t('noHolidays')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed or clicked are the days in it */}
      <div
        ref={months}
        className={styles.year}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={event => {
          const date = dayOf(event.target)
          if (date) setCurrent(date)
        }}
      >
        {MONTHS.map(month => (
          <MonthGrid
            key={month}
            calendar={calendar}
            month={`${year}-${month}`}
            {...{ today, current, textOf }}
            isEditable={isAdministrator}
          />
        ))}
      </div>
      <p className={styles.said}>{textOf(current)}</p>
      {isAdministrator && (
        <Button
          variant="default"
          className={forms.add ?? ''}
          loading={save.isPending}
          leftSection={<Copy size={16} aria-hidden="true" />}
          onClick={copy}
        >
          {t('copy', { year: String(year + 1) })}
        </Button>
      )}
      {opened && <DayDialog key={opened} calendar={calendar} date={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
