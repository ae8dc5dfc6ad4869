import type { Department, TownData } from '@pregoner/shared'
import { type DemoTown, drawings } from '../demo-town.ts'
import { openingHours, week } from '../opening-hours.ts'
import { channelsOf, staffOf } from '../staff.ts'
import { bulletins } from './bulletins.ts'
import iscrizione from './iscrizione.json' with { type: 'json' }
import { tables } from './tables.ts'
import { tests } from './tests.ts'
import whatsempoli from './whatsempoli.json' with { type: 'json' }

const timeZone = 'Europe/Rome'

const departments: Department[] = [
  {
    id: 'urp',
    name: { it: 'URP, relazioni con il pubblico' },
    people: [],
    calendarId: 'servizio',
    email: 'urp@empoli.example',
  },
  { id: 'protezione_civile', name: { it: 'Protezione civile' }, people: [], calendarId: null, email: null },
  { id: 'lavori_pubblici', name: { it: 'Lavori pubblici' }, people: [], calendarId: 'servizio', email: null },
]

const morningAndAfternoon = '09:00-13:00 15:00-18:00'
const summerMorning = '08:30-13:30'

const townOf = (now: Date): TownData => ({
  key: 'empoli',
  name: 'Empoli',
  languages: ['it'],
  defaultLanguage: 'it',
  country: 'IT',
  timeZone,
  departments,
  categories: [
    { id: 'domanda', name: { it: 'Domanda' }, departmentId: 'urp' },
    { id: 'segnalazione', name: { it: 'Segnalazione' }, departmentId: 'lavori_pubblici' },
  ],
  topics: [
    { id: 'notizie', number: 1, name: { it: 'Notizie e scadenze' } },
    {
      id: 'protezione_civile',
      number: 2,
      name: { it: 'Protezione civile ed emergenze' },
      words: { it: ['protezione civile', 'emergenze'] },
    },
    { id: 'farmacie', number: 3, name: { it: 'Farmacie di turno della settimana' }, words: { it: ['farmacie'] } },
  ],
  calendars: [
    openingHours({
      id: 'servizio',
      name: 'Orario del servizio',
      timeZone,
      region: 'IT',
      weekly: week({
        mon: morningAndAfternoon,
        tue: morningAndAfternoon,
        wed: morningAndAfternoon,
        thu: morningAndAfternoon,
        fri: morningAndAfternoon,
        sat: '09:00-12:00',
      }),
      seasons: [
        {
          ...{ name: 'Orario estivo', from: '06-15', to: '09-15' },
          weekly: week({
            mon: summerMorning,
            tue: summerMorning,
            wed: summerMorning,
            thu: summerMorning,
            fri: summerMorning,
            sat: '09:00-12:00',
          }),
        },
      ],
      ownHolidays: [{ date: '11-30', name: 'Sant’Andrea, patrono' }],
    }),
  ],
  tables: tables(now, timeZone),
  texts: {
    help: {
      it: 'Siamo *WhatsEmpoli*, il servizio WhatsApp del Comune di Empoli. Scrivi *ATTIVA ISCRIZIONE* per ricevere le notizie, *DISATTIVA ISCRIZIONE* per non riceverle più, *MENU* per le informazioni.',
    },
    stopped: {
      it: 'Fatto: la tua iscrizione è disattivata e non riceverai più messaggi da noi. Per tornare scrivi *ATTIVA ISCRIZIONE*.',
    },
    notUnderstood: {
      it: 'Non abbiamo capito. Scrivi *MENU* per le informazioni o *ATTIVA ISCRIZIONE* per ricevere le notizie del Comune.',
    },
    apology: {},
  },
  words: {
    join: { it: ['attiva iscrizione', 'attiva'] },
    stop: { it: ['disattiva iscrizione', 'disattiva', 'stop', 'annulla iscrizione'] },
  },
  allowedHosts: [],
})

const agents = { urp: 'Silvia Bartoli', protezione_civile: 'Andrea Nesi', lavori_pubblici: 'Franco Cioni' }

/** Empoli: news by subscription, duty pharmacies, hours of service. */
export const empoli = (now: Date): DemoTown => {
  const town = townOf(now)
  return {
    town,
    flows: drawings(whatsempoli, iscrizione),
    people: staffOf('Chiara Vanni', 'Matteo Lenzi', departments, agents),
    channels: channelsOf(town.key, '338 655 3630'),
    tests,
    bulletins,
  }
}
