import type { TownData } from '@pregoner/shared'

const timeZone = 'Europe/Madrid'
const morning = [{ from: '09:00', to: '14:00' }]

/** A town with one of everything, for the transcripts of node types. */
export const smallTown: TownData = {
  key: 'vilaverda',
  name: 'Vilaverda',
  languages: ['en', 'ca', 'es'],
  defaultLanguage: 'en',
  country: 'ES',
  timeZone,
  departments: [
    { id: 'roads', name: { en: 'Roads' }, people: [], calendarId: 'office', email: 'roads@vilaverda.example' },
    {
      id: 'mayor',
      name: { en: 'Mayor’s office' },
      people: [{ id: 'mayor', name: 'Aina Roca', role: { en: 'Mayor' } }],
      calendarId: null,
      email: null,
    },
  ],
  categories: [{ id: 'pothole', name: { en: 'Pothole' }, departmentId: 'roads', duplicates: { meters: 50, days: 30 } }],
  topics: [
    { id: 'notices', name: { en: 'Notices' } },
    { id: 'agenda', name: { en: 'Agenda' }, number: 7, words: { en: ['events'], ca: ['actes'] } },
  ],
  calendars: [
    {
      id: 'office',
      name: 'Town hall',
      timeZone,
      weekly: {
        mon: [...morning, { from: '16:00', to: '18:00' }],
        tue: morning,
        wed: morning,
        thu: morning,
        fri: morning,
        sat: [],
        sun: [],
      },
      region: 'ES-CT',
      publicHolidays: [{ date: '2026-12-08', name: 'Immaculate Conception' }],
      ownHolidays: [{ date: '11-30', name: 'Saint Andrew' }],
      exceptions: [],
    },
  ],
  bookableServices: [
    {
      id: 'desk',
      departmentId: 'roads',
      calendarId: 'office',
      name: { en: 'Citizens’ desk', ca: 'Oficina d’atenció' },
      place: { en: 'Main Square, 1', ca: 'Plaça Major, 1' },
      slotMinutes: 60,
      capacity: 1,
      noticeHours: 2,
      daysAhead: 14,
      mostPerPerson: 2,
      question: { en: 'What is it about?', ca: 'De què es tracta?' },
      remindsAt: '18:00',
    },
  ],
  tables: [
    {
      id: 'pharmacies',
      name: 'Duty pharmacies',
      departmentId: null,
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true },
        { id: 'street', label: 'Street', kind: 'text', required: true },
        { id: 'quarter', label: 'Quarter', kind: 'text', required: false },
      ],
      rows: [
        ['2026-11-23', 'Farmàcia Puig', 'Carrer Major, 3', 'Centre'],
        ['2026-11-24', 'Farmàcia Soler', 'Plaça de la Font, 1', 'Font'],
        ['2026-11-25', 'Farmàcia Vila', 'Carrer Nou, 12', 'Centre'],
        ['2026-11-26', 'Farmàcia Puig', 'Carrer Major, 3', 'Centre'],
      ].map(([day = '', name = '', street = '', quarter = ''], index) => ({
        id: `duty-${index + 1}`,
        from: day,
        to: day,
        values: { name, street, quarter },
      })),
    },
  ],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: { join: { en: ['sign up'], ca: ['apunta’m'] } },
  allowedHosts: ['api.vilaverda.example'],
}
