import type { Calendar } from '@pregoner/shared'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { CalendarForm } from './calendar-form.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { isWholeCalendar } from './hours-fault.ts'
import { newEntryId } from './new-entry-id.ts'
import { calendarWords } from './words/calendars.ts'
import { entryWords } from './words/entries.ts'

const blankFor = (timeZone: string, region: string): Calendar => ({
  ...{ id: '', name: '', timeZone, region },
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  ...{ publicHolidays: [], ownHolidays: [], exceptions: [] },
})

/** Adds or changes a calendar. */
export function CalendarDialog({ was, onClose }: { was: Calendar | null; onClose: () => void }) {
  const t = useWords(calendarWords)
  const common = useWords(entryWords)
  const { calendars, timeZone, country } = useTown()
  const [entry, setEntry] = useState(was ?? blankFor(timeZone, country))
  const ids = calendars.map(({ id }) => id)
  return (
    <EntryDialog
      list="calendars"
      title={was ? common('edit', { name: was.name }) : t('add')}
      name={entry.name}
      was={was}
      entry={was ? entry : { ...entry, id: newEntryId(entry.name, ids) }}
      fault={isWholeCalendar(entry) ? null : t('incomplete')}
      onClose={onClose}
    >
      {isTried => <CalendarForm value={entry} onChange={setEntry} isTried={isTried} />}
    </EntryDialog>
  )
}
