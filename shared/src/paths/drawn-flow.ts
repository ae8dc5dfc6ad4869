import { calendar } from '../calendar.ts'
import { emptyFlow, type Flow } from '../flow.ts'
import type { TownData } from '../town.ts'

const hours = calendar.parse({
  ...{ id: 'oac', name: 'OAC', timeZone: 'Europe/Madrid', region: null, publicHolidays: [], exceptions: [] },
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day, index) => [
      day,
      index < 5 ? [{ from: '09:00', to: '14:00' }] : [],
    ]),
  ),
  ownHolidays: [{ date: '12-08', name: 'Puríssima' }],
})

/** A town and the steps that the tests of the walk draw with. */
export const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [{ id: 'roads', name: { ca: 'Via pública' }, people: [], calendarId: null, email: null }],
  categories: [],
  topics: [{ id: 'news', name: { ca: 'Notícies' } }],
  calendars: [hours],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: ['dades.example'],
}

type Config = Record<string, unknown>
export const node = (id: string, type: string, config: Config) => ({ id, type, position: { x: 0, y: 0 }, config })
export const say = (id: string, ca: string) =>
  node(id, 'message', { text: { ca, es: `${ca} (es)` }, attachment: null, place: null, link: null })
export const start = node('start', 'start', {
  triggers: [{ kind: 'keyword', words: { ca: ['hola'], es: ['buenas'] }, mode: 'exact', saveRestAs: null }],
})
export const menu = (id: string, ...labels: string[]) =>
  node(id, 'menu', {
    text: { ca: `${id}?` },
    options: labels.map(label => ({ id: label, label: { ca: label }, description: {}, synonyms: {} })),
    ...{ listLabel: {}, retryText: {}, maxAttempts: 2, waitMinutes: 60 },
  })
export const question = (id: string, answer: string, more: Config = {}) =>
  node(id, 'question', {
    ...{ text: { ca: `${id}?` }, answer, saveAs: id, optional: false, skipLabel: {}, retryText: {} },
    ...{ maxAttempts: 2, waitMinutes: 60, confirm: false, min: null, max: null, pattern: '', best: 5 },
    ...{ several: false, isPersonal: false, ...more },
  })
export const draw = (nodes: Flow['nodes'], ...ways: string[]): Flow => ({
  ...emptyFlow('main', 'Canal', ['ca', 'es']),
  nodes,
  edges: ways.map(way => {
    const [from = '', exit = '', to = ''] = way.split(' ')
    return { id: `${from}-${exit}`, from, exit, to }
  }),
})
