import type { Category, Department, DuplicateRule, TownData } from '@pregoner/shared'
import { type DemoTown, drawings } from '../demo-town.ts'
import { openingHours, week } from '../opening-hours.ts'
import { channelsOf, staffOf } from '../staff.ts'
import { bookableServices } from './bookable-services.ts'
import canal from './canal.json' with { type: 'json' }
import { geography } from './geography.ts'
import incidencia from './incidencia.json' with { type: 'json' }
import { tables } from './tables.ts'
import { tests } from './tests.ts'

const timeZone = 'Europe/Madrid'

const department = (id: string, ca: string, es: string): Department => ({
  id,
  name: { ca, es },
  people: [],
  calendarId: 'atencio',
  email: `${id}@manresa.example`,
})

const departments = [
  department('oac', 'Oficina d’Atenció Ciutadana', 'Oficina de Atención Ciudadana'),
  department('socials', 'Serveis Socials', 'Servicios Sociales'),
  department('cedem', 'CEDEM, Promoció econòmica', 'CEDEM, Promoción económica'),
  department('cio', 'CIO, Ocupació', 'CIO, Empleo'),
  department('turisme', 'Turisme', 'Turismo'),
  department('neteja', 'Neteja i residus', 'Limpieza y residuos'),
  department('parcs', 'Parcs i jardins', 'Parques y jardines'),
  department('enllumenat', 'Enllumenat públic', 'Alumbrado público'),
  department('carrers', 'Via pública', 'Vía pública'),
  department('mobilitat', 'Mobilitat', 'Movilidad'),
]

const category = (
  id: string,
  ca: string,
  es: string,
  departmentId: string,
  [answerHours, resolveHours]: [number, number],
  duplicates?: DuplicateRule,
): Category => ({
  id,
  name: { ca, es },
  departmentId,
  deadlines: { answerHours, resolveHours },
  ...(duplicates && { duplicates }),
})

/**
 * Hours of the town hall's week, which has 36: half a day to answer, from three days to three weeks to mend. A lamp or a
 * bench is the same one only close by; rubbish is gone in a week, a hole stays for months; of other things nothing is known.
 */
const categories = [
  category('neteja', 'Neteja i residus', 'Limpieza y residuos', 'neteja', [8, 20], { meters: 40, days: 7 }),
  category('parcs', 'Parcs i jardins', 'Parques y jardines', 'parcs', [12, 60], { meters: 60, days: 60 }),
  category('enllumenat', 'Enllumenat públic', 'Alumbrado público', 'enllumenat', [8, 30], { meters: 50, days: 30 }),
  category('mobiliari', 'Mobiliari urbà', 'Mobiliario urbano', 'carrers', [12, 60], { meters: 30, days: 60 }),
  category('calcada', 'Calçada i voreres', 'Calzada y aceras', 'carrers', [12, 100], { meters: 30, days: 90 }),
  category('circulacio', 'Circulació i transport urbà', 'Circulación y transporte urbano', 'mobilitat', [6, 30], {
    meters: 50,
    days: 14,
  }),
  category('altres', 'Altres', 'Otros', 'oac', [12, 60]),
]

const agents = {
  oac: 'Montse Vila',
  socials: 'Imma Torras',
  cedem: 'Jordi Playà',
  cio: 'Sara Benítez',
  turisme: 'Anna Cots',
  neteja: 'Ramon Subirana',
  parcs: 'Quim Serra',
  enllumenat: 'Laia Mas',
  carrers: 'Toni Pujol',
  mobilitat: 'Eva Riera',
}

const townOf = (now: Date): TownData => ({
  key: 'manresa',
  name: 'Manresa',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone,
  departments,
  categories,
  topics: [
    { id: 'avisos', name: { ca: 'Avisos i talls de servei', es: 'Avisos y cortes de servicio' } },
    { id: 'agenda', name: { ca: 'Agenda de la setmana', es: 'Agenda de la semana' } },
    { id: 'feina', name: { ca: 'Ofertes de feina', es: 'Ofertas de empleo' } },
  ],
  bookableServices,
  calendars: [
    openingHours({
      id: 'atencio',
      name: 'Atenció ciutadana',
      timeZone,
      region: 'ES-CT',
      weekly: week({
        mon: '08:30-14:30 16:00-19:00',
        tue: '08:30-14:30',
        wed: '08:30-14:30 16:00-19:00',
        thu: '08:30-14:30',
        fri: '08:30-14:30',
      }),
      ownHolidays: [
        { date: '2026-02-23', name: 'Festa de la Llum' },
        { date: '2026-08-31', name: 'Festa Major' },
        { date: '2027-02-22', name: 'Festa de la Llum' },
        { date: '2027-08-30', name: 'Festa Major' },
      ],
    }),
  ],
  tables: tables(now, timeZone),
  texts: {
    help: {
      ca: 'Som el canal de WhatsApp de l’Ajuntament de Manresa. Escriu *hola* per veure els serveis, *incidència* per avisar-nos d’una avaria o truca al 93 878 23 00. Amb *baixa* deixes de rebre avisos.',
      es: 'Somos el canal de WhatsApp del Ayuntamiento de Manresa. Escribe *hola* para ver los servicios, *incidencia* para avisarnos de una avería o llama al 93 878 23 00. Con *baja* dejas de recibir avisos.',
    },
    stopped: {
      ca: 'Fet: ja no t’enviarem més avisos. Si canvies d’opinió, escriu *hola* i entra a Preferències.',
      es: 'Hecho: ya no te enviaremos más avisos. Si cambias de opinión, escribe *hola* y entra en Preferencias.',
    },
    notUnderstood: {
      ca: 'No t’hem entès. Escriu *hola* i et mostrarem tot el que podem fer per tu.',
      es: 'No te hemos entendido. Escribe *hola* y te mostraremos todo lo que podemos hacer por ti.',
    },
    apology: {},
  },
  words: {},
  allowedHosts: [],
  open311: { publishesReports: true },
})

/** Manresa: two-way, eight services, incidents by category, people who hold a dialogue. */
export const manresa = (now: Date): DemoTown => {
  const town = townOf(now)
  return {
    town,
    flows: drawings(canal, incidencia),
    people: staffOf('Marta Soldevila', 'Pau Ferrer', departments, agents),
    channels: channelsOf(town.key, '644 069 801'),
    tests,
    geography,
  }
}
