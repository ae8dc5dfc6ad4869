import type { DemoTown } from '@pregoner/seeds'
import type { TownData } from '@pregoner/shared'

const timeZone = 'Europe/Madrid'
const mornings = [{ from: '08:00', to: '15:00' }]
const department = (id: string, ca: string, es: string) => ({
  id,
  name: { ca, es },
  people: [],
  calendarId: 'oficines',
  email: null,
})

const town: TownData = {
  key: 'alzina',
  name: 'Alzina',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments: [
    department('serveis', 'Serveis municipals', 'Servicios municipales'),
    department('alcaldia', 'Alcaldia', 'Alcaldía'),
  ],
  categories: [],
  topics: [{ id: 'avisos', name: { ca: 'Avisos', es: 'Avisos' } }],
  calendars: [
    {
      id: 'oficines',
      name: 'Oficines',
      timeZone,
      region: null,
      weekly: { mon: mornings, tue: mornings, wed: mornings, thu: mornings, fri: mornings, sat: [], sun: [] },
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
      columns: [
        { id: 'nom', label: 'Farmàcia', kind: 'text', required: true },
        { id: 'telefon', label: 'Telèfon', kind: 'phone', required: true },
      ],
      rows: [{ id: 'soler', from: null, to: null, values: { nom: 'Farmàcia Soler', telefon: '93 000 00 01' } }],
    },
  ],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}

/** A town hall on its first day: its departments, calendar and table are there, and not one flow. */
export const newTown: DemoTown = {
  town,
  flows: [],
  people: [{ key: 'officer', name: 'Aina Serra', role: 'officer', departments: [] }],
  channels: [{ key: 'alzina-web', kind: 'webchat', displayNumber: null }],
}
