import type { Department, TownData } from '@pregoner/shared'
import { type DemoTown, drawings } from '../demo-town.ts'
import { openingHours, week } from '../opening-hours.ts'
import { channelsOf, staffOf } from '../staff.ts'
import avisos from './avisos.json' with { type: 'json' }
import { bulletins } from './bulletins.ts'
import { geography } from './geography.ts'
import holawap from './holawap.json' with { type: 'json' }
import incidencies from './incidencies.json' with { type: 'json' }
import { tables } from './tables.ts'
import { tests } from './tests.ts'

const timeZone = 'Europe/Madrid'

const department = (id: string, ca: string, es: string): Department => ({
  id,
  name: { ca, es },
  people: [],
  calendarId: 'ajuntament',
  email: `${id}@alzira.example`,
})

const departments = [
  department('serveis', 'Serveis', 'Servicios'),
  department('clau', 'La Clau, atenció ciutadana', 'La Clau, atención ciudadana'),
  department('cultura', 'Cultura', 'Cultura'),
  department('idea', 'Idea, ocupació', 'Idea, empleo'),
]

const townOf = (now: Date): TownData => ({
  key: 'alzira',
  name: 'Alzira',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments,
  categories: [
    {
      id: 'via_publica',
      name: { ca: 'Via pública', es: 'Vía pública' },
      departmentId: 'serveis',
      duplicates: { meters: 50, days: 30 },
    },
    { id: 'consulta', name: { ca: 'Consulta', es: 'Consulta' }, departmentId: 'clau' },
  ],
  topics: [
    { id: 'alertes', number: 1, name: { ca: 'Alertes', es: 'Alertas' } },
    {
      id: 'resum',
      number: 2,
      name: { ca: 'Resum setmanal d’activitats', es: 'Resumen semanal de actividades' },
      words: { ca: ['resum'], es: ['resumen'] },
    },
    {
      id: 'noticies',
      number: 3,
      name: { ca: 'Notícies d’interés', es: 'Noticias de interés' },
      words: { ca: ['noticies'], es: ['noticias'] },
    },
  ],
  calendars: [
    openingHours({
      id: 'ajuntament',
      name: 'Ajuntament d’Alzira',
      timeZone,
      region: 'ES-VC',
      weekly: week({
        mon: '08:30-14:00',
        tue: '08:30-14:00 17:00-19:00',
        wed: '08:30-14:00',
        thu: '08:30-14:00',
        fri: '08:30-14:00',
      }),
      seasons: [
        {
          ...{ name: 'Horari d’estiu', from: '06-15', to: '09-15' },
          weekly: week({
            mon: '08:00-14:00',
            tue: '08:00-14:00',
            wed: '08:00-14:00',
            thu: '08:00-14:00',
            fri: '08:00-14:00',
          }),
        },
      ],
      ownHolidays: [
        { date: '07-22', name: 'Sant Bernat Màrtir' },
        { date: 'easter+8', name: 'Sant Vicent Ferrer' },
      ],
    }),
  ],
  tables: tables(now, timeZone),
  texts: {
    help: {
      ca: 'Açò és *Holawap*, el WhatsApp de l’Ajuntament d’Alzira. Escriu *hola* per al menú, *incidència* per a avisar d’un desperfecte, *avisos* per a rebre notícies o *baixa* per a deixar de rebre-les.',
      es: 'Esto es *Holawap*, el WhatsApp del Ayuntamiento de Alzira. Escribe *hola* para el menú, *incidencia* para avisar de un desperfecto, *avisos* para recibir noticias o *baja* para dejar de recibirlas.',
    },
    stopped: {
      ca: 'Fet: ja no rebràs més avisos de Holawap. Si vols tornar, escriu *avisos*.',
      es: 'Hecho: ya no recibirás más avisos de Holawap. Si quieres volver, escribe *avisos*.',
    },
    notUnderstood: {
      ca: 'No t’hem entés. Escriu *hola* i veuràs tot el que podem fer.',
      es: 'No te hemos entendido. Escribe *hola* y verás todo lo que podemos hacer.',
    },
    apology: {},
  },
  words: { join: { ca: ['alta'], es: ['alta'] } },
  allowedHosts: [],
})

const agents = { serveis: 'Vicent Boluda', clau: 'Empar Gomis', cultura: 'Reis Ferrer', idea: 'Xelo Pla' }

/** Alzira, «Holawap»: a language first, a numbered menu, alerts, incidents with photo and place. */
export const alzira = (now: Date): DemoTown => {
  const town = townOf(now)
  return {
    town,
    flows: drawings(holawap, incidencies, avisos),
    people: staffOf('Maria Josep Climent', 'Ferran Bru', departments, agents),
    channels: channelsOf(town.key, '644 51 07 42'),
    tests,
    bulletins,
    geography,
  }
}
