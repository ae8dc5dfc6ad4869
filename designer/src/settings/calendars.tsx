import { Button } from '@mantine/core'
import type { Calendar } from '@pregoner/shared'
import { CalendarDays, Plus } from 'lucide-react'
import { useState } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { Empty } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { CalendarCard } from './calendar-card.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { calendarWords } from './words/calendars.ts'
import { settingsWords } from './words.ts'
import { YearPage } from './year/year-page.tsx'

/** When each service is open, and the days that are different: all of them, or one drawn as a year. */
export default function Calendars() {
  return (
    <Routes>
      <Route index element={<CalendarList />} />
      <Route path=":id/:year" element={<CalendarYear />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

function CalendarYear() {
  const { id, year = '' } = useParams()
  const calendar = useTown().calendars.find(each => each.id === id)
  return calendar && /^(?:19|20)\d\d$/.test(year) ? (
    <YearPage key={id + year} calendar={calendar} year={Number(year)} />
  ) : (
    <NotFoundPage />
  )
}

function CalendarList() {
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
