import type { Department, TownData } from '@pregoner/shared'
import { type DemoTown, drawings } from '../demo-town.ts'
import { openingHours, week } from '../opening-hours.ts'
import { channelsOf, staffOf } from '../staff.ts'
import altes from './altes.json' with { type: 'json' }
import canalInformatiu from './canal-informatiu.json' with { type: 'json' }
import { tests } from './tests.ts'

const timeZone = 'Europe/Madrid'

const departments: Department[] = [
  {
    id: 'comunicacio',
    name: { ca: 'Comunicació', es: 'Comunicación' },
    people: [],
    calendarId: 'oac',
    email: 'comunicacio@ciutadella.example',
  },
]

const town: TownData = {
  key: 'ciutadella',
  name: 'Ciutadella de Menorca',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments,
  categories: [],
  topics: [
    { id: 'informacio', number: 1, name: { ca: 'Informació municipal', es: 'Información municipal' } },
    {
      ...{ id: 'emergencies', number: 2, name: { ca: 'Emergències i mal temps', es: 'Emergencias y mal tiempo' } },
      words: { ca: ['emergències', 'temporal'], es: ['emergencias', 'temporal'] },
    },
    {
      ...{ id: 'agenda', number: 3, name: { ca: 'Agenda i festes', es: 'Agenda y fiestas' } },
      words: { ca: ['agenda', 'festes'], es: ['agenda', 'fiestas'] },
    },
    {
      ...{ id: 'carrers', number: 4, name: { ca: 'Talls de carrer i obres', es: 'Cortes de calle y obras' } },
      words: { ca: ['carrers', 'obres'], es: ['calles', 'obras'] },
    },
  ],
  calendars: [
    openingHours({
      id: 'oac',
      name: 'Atenció ciutadana',
      timeZone,
      region: 'ES-IB',
      weekly: week({
        mon: '08:30-14:00',
        tue: '08:30-14:00',
        wed: '08:30-14:00',
        thu: '08:30-14:00',
        fri: '08:30-14:00',
      }),
      ownHolidays: [
        { date: '06-24', name: 'Sant Joan' },
        { date: '07-09', name: 'Es Nou de Juliol' },
      ],
    }),
  ],
  tables: [],
  texts: {
    help: {
      ca: 'Som el canal informatiu de l’Ajuntament de Ciutadella. Envia *ALTA* per rebre la informació o *BAIXA* per deixar de rebre-la. Per triar-ne una part, hi ha *ALTA 2* (emergències), *ALTA 3* (agenda) i *ALTA 4* (carrers). Per canviar de llengua, escriu *IDIOMA*.',
      es: 'Somos el canal informativo del Ayuntamiento de Ciutadella. Envía *ALTA* para recibir la información o *BAJA* para dejar de recibirla. Para elegir una parte, hay *ALTA 2* (emergencias), *ALTA 3* (agenda) y *ALTA 4* (calles). Para cambiar de lengua, escribe *IDIOMA*.',
    },
    stopped: {
      ca: 'Fet: t’hem donat de baixa i ja no t’enviarem res més. Si hi vols tornar, envia *ALTA*.',
      es: 'Hecho: te hemos dado de baja y ya no te enviaremos nada más. Si quieres volver, envía *ALTA*.',
    },
    notUnderstood: {},
    apology: {},
  },
  words: {
    join: { ca: ['alta'], es: ['alta'] },
    stop: {
      ca: ['baixa', 'stop', 'donar-me de baixa', 'cancel·lar'],
      es: ['baja', 'stop', 'darme de baja', 'cancelar'],
    },
  },
  allowedHosts: [],
}

/** Ciutadella: the town hall informs, whoever sends ALTA is informed. */
export const ciutadella = (): DemoTown => ({
  town,
  flows: drawings(altes, canalInformatiu),
  people: staffOf('Joana Marquès', 'Bep Camps', departments, { comunicacio: 'Margarida Pons' }),
  channels: channelsOf(town.key, '699 792 133'),
  tests,
})
