import { interfaceLanguages, type TownData } from '@pregoner/shared'

const timeZone = 'Europe/Madrid'
const everyDay = [{ from: '09:00', to: '14:00' }]
const inAll = (text: string) => ({ ca: text, es: text, it: text, en: text })

/** A town that has set up nothing. */
export const bareTown: TownData = {
  key: 'vila',
  name: 'Alzina',
  languages: [...interfaceLanguages],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments: [],
  categories: [],
  topics: [],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}

const textColumn = (id: string, label: string) => ({ id, label, kind: 'text' as const, required: true })

/** A town with exactly one of everything, so that templates choose it by themselves. */
export const fullTown: TownData = {
  ...bareTown,
  departments: [{ id: 'oac', name: inAll('Atenció ciutadana'), people: [], calendarId: null, email: null }],
  topics: [{ id: 'avisos', name: inAll('Avisos') }],
  calendars: [
    {
      id: 'horari',
      name: 'Ajuntament',
      timeZone,
      region: null,
      weekly: { mon: everyDay, tue: everyDay, wed: everyDay, thu: everyDay, fri: everyDay, sat: [], sun: [] },
      publicHolidays: [],
      ownHolidays: [],
      exceptions: [],
    },
  ],
  tables: [
    {
      id: 'farmacies',
      name: 'Farmàcies de guàrdia',
      departmentId: null,
      columns: [textColumn('nom', 'Farmàcia'), textColumn('adreca', 'Adreça'), textColumn('telefon', 'Telèfon')],
      rows: [
        {
          id: 'soler',
          from: '2026-11-01',
          to: '2026-11-30',
          values: { nom: 'Farmàcia Soler', adreca: 'Plaça Major, 3', telefon: '93 000 00 01' },
        },
      ],
    },
    {
      id: 'agenda',
      name: 'Agenda',
      departmentId: null,
      columns: [textColumn('acte', 'Acte'), textColumn('lloc', 'Lloc')],
      rows: [
        { id: 'fira', from: '2026-11-28', to: '2026-11-29', values: { acte: 'Fira de Santa Llúcia', lloc: 'Plaça' } },
      ],
    },
  ],
}
