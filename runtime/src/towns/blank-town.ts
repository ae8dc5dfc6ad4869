import type { Interval, Language, NewTown, TownData } from '@pregoner/shared'

const MORNING: Interval[] = [{ from: '09:00', to: '14:00' }]
const OFFICE = 'oficines'

// The first names; an administrator changes them.
const names: { [Code in Language]?: { department: string; hours: string } } = {
  ca: { department: 'Ajuntament', hours: 'Oficines' },
  es: { department: 'Ayuntamiento', hours: 'Oficinas' },
  it: { department: 'Comune', hours: 'Uffici' },
}
const otherwise = { department: 'Town hall', hours: 'Offices' }

/** A town on its first day: one department with office hours, so that whatever is written reaches somebody. */
export function blankTown({ key, name, language, country, timeZone }: NewTown): TownData {
  const { department, hours } = names[language] ?? otherwise
  const weekly = { mon: MORNING, tue: MORNING, wed: MORNING, thu: MORNING, fri: MORNING, sat: [], sun: [] }
  return {
    ...{ key, name, country, timeZone },
    languages: [language],
    defaultLanguage: language,
    departments: [{ id: 'ajuntament', name: { [language]: department }, people: [], calendarId: OFFICE, email: null }],
    categories: [],
    topics: [],
    calendars: [
      {
        ...{ id: OFFICE, name: hours, timeZone, weekly, region: country },
        ...{ publicHolidays: [], ownHolidays: [], exceptions: [] },
      },
    ],
    tables: [],
    texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
    words: {},
    allowedHosts: [],
  }
}
