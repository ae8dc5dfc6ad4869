import type { Department, TownData } from '@pregoner/shared'
import { type DemoTown, drawings } from '../demo-town.ts'
import { openingHours, week } from '../opening-hours.ts'
import { channelsOf, staffOf } from '../staff.ts'
import assistent from './assistent.json' with { type: 'json' }
import missatge from './missatge.json' with { type: 'json' }
import { tables } from './tables.ts'
import { tests } from './tests.ts'

const timeZone = 'Europe/Madrid'

const departments: Department[] = [
  {
    id: 'alcaldia',
    name: { ca: 'Alcaldia', es: 'Alcaldía' },
    people: [{ id: 'alcaldessa', name: 'Núria Casals', role: { ca: 'Alcaldessa', es: 'Alcaldesa' } }],
    calendarId: 'oac',
    email: 'alcaldia@sant-cebria.example',
  },
  {
    id: 'regidories',
    name: { ca: 'Regidories de barri', es: 'Concejalías de barrio' },
    people: [
      { id: 'nucli', name: 'Pere Vilaró', role: { ca: 'Regidor del Nucli urbà', es: 'Concejal del Nucli urbà' } },
      {
        id: 'castellar',
        name: 'Carme Oliva',
        role: { ca: 'Regidora de Castellar d’Índies', es: 'Concejala de Castellar d’Índies' },
      },
      { id: 'can_palau', name: 'David Roig', role: { ca: 'Regidor de Can Palau', es: 'Concejal de Can Palau' } },
      { id: 'vistamar', name: 'Elena Prat', role: { ca: 'Regidora de Vistamar', es: 'Concejala de Vistamar' } },
    ],
    calendarId: 'oac',
    email: 'regidories@sant-cebria.example',
  },
  {
    id: 'serveis',
    name: { ca: 'Serveis i via pública', es: 'Servicios y vía pública' },
    people: [],
    calendarId: 'oac',
    email: 'serveis@sant-cebria.example',
  },
  {
    id: 'oac',
    name: { ca: 'Atenció ciutadana', es: 'Atención ciudadana' },
    people: [],
    calendarId: 'oac',
    email: 'oac@sant-cebria.example',
  },
]

const townOf = (now: Date): TownData => ({
  key: 'sant-cebria',
  name: 'Sant Cebrià de Vallalta',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments,
  categories: [
    { id: 'alcaldia', name: { ca: 'Missatge a l’alcaldia', es: 'Mensaje a la alcaldía' }, departmentId: 'alcaldia' },
    { id: 'barri', name: { ca: 'Missatge al barri', es: 'Mensaje al barrio' }, departmentId: 'regidories' },
    { id: 'incidencia', name: { ca: 'Incidència', es: 'Incidencia' }, departmentId: 'serveis' },
    { id: 'bustia', name: { ca: 'Bústia ciutadana', es: 'Buzón ciudadano' }, departmentId: 'oac' },
  ],
  topics: [
    { id: 'avisos', name: { ca: 'Avisos i bans', es: 'Avisos y bandos' } },
    { id: 'agenda', name: { ca: 'Agenda del poble', es: 'Agenda del pueblo' } },
  ],
  calendars: [
    openingHours({
      id: 'oac',
      name: 'Oficines de l’Ajuntament',
      timeZone,
      region: 'ES-CT',
      weekly: week({
        mon: '09:00-14:00',
        tue: '09:00-14:00',
        wed: '09:00-14:00',
        thu: '09:00-14:00 16:00-19:00',
        fri: '09:00-14:00',
      }),
      ownHolidays: [
        { date: '09-16', name: 'Sant Cebrià' },
        { date: '2027-05-17', name: 'Fira de la Maduixa' },
      ],
    }),
  ],
  tables: tables(now, timeZone),
  texts: {
    help: {
      ca: 'Som *Comunicació Ajuntament Sant Cebrià*. Escriu *hola* per començar. Aquest número no atén trucades ni SMS: si ens vols parlar, truca al 93 763 00 24.',
      es: 'Somos *Comunicació Ajuntament Sant Cebrià*. Escribe *hola* para empezar. Este número no atiende llamadas ni SMS: si quieres hablar con nosotros, llama al 93 763 00 24.',
    },
    stopped: {
      ca: 'Fet: ja no rebràs més avisos de l’Ajuntament. Si hi vols tornar, escriu *hola*.',
      es: 'Hecho: ya no recibirás más avisos del Ayuntamiento. Si quieres volver, escribe *hola*.',
    },
    notUnderstood: {
      ca: 'Aquest canal no és un xat. Escriu *hola* per veure què pots fer o per enviar-nos un missatge.',
      es: 'Este canal no es un chat. Escribe *hola* para ver qué puedes hacer o para enviarnos un mensaje.',
    },
    apology: {},
  },
  words: {},
  allowedHosts: [],
})

const agents = { alcaldia: 'Jana Soler', regidories: 'Marc Bosch', serveis: 'Lluís Tarrés', oac: 'Rosa Martí' }

/** Sant Cebrià de Vallalta: consent first, a word to the mayor or the councillor of the quarter, one answer later. */
export const santCebria = (now: Date): DemoTown => {
  const town = townOf(now)
  return {
    town,
    flows: drawings(assistent, missatge),
    people: staffOf('Berta Riu', 'Oriol Camps', departments, agents),
    channels: channelsOf(town.key, '644 65 20 27'),
    tests,
  }
}
