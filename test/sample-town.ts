import type { EffectOf, TownData } from '@pregoner/shared'

/** A small town with two departments. */
export const sampleTown = (key = 'vila', name = 'Vila'): TownData => ({
  key,
  name,
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [
    { id: 'roads', name: { ca: 'Via pública', es: 'Vía pública' }, people: [], calendarId: null, email: null },
    { id: 'parks', name: { ca: 'Parcs', es: 'Parques' }, people: [], calendarId: null, email: null },
  ],
  categories: [{ id: 'pothole', name: { ca: 'Forat' }, departmentId: 'roads' }],
  topics: [{ id: 'news', name: { ca: 'Notícies' } }],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
})

/** What a flow asks for when a neighbour reports a pothole. */
export const pothole = (more: Partial<EffectOf<'open_incident'>> = {}): EffectOf<'open_incident'> => ({
  kind: 'open_incident',
  departmentId: 'roads',
  personId: null,
  category: 'pothole',
  mode: 'one_answer',
  priority: 'normal',
  reference: 'VIL-ABCD',
  summary: 'Forat al carrer Major',
  text: 'Hi ha un forat davant de la farmàcia',
  media: [{ mediaId: 'picture-1', kind: 'image', mime: 'image/jpeg', name: null, caption: null }],
  place: { latitude: 41.7, longitude: 1.8, name: null, address: 'Carrer Major, 3' },
  answers: {},
  language: 'ca',
  flowId: 'main',
  node: 'route',
  ...more,
})
