import type { Table } from '@pregoner/shared'
import { dutyRota } from '../duty-rota.ts'
import { column, datedRows, lastingRows } from '../rows.ts'
import { businessTables } from './business-tables.ts'

const pharmacies = [
  { nom: 'Farmàcia Casanova', adreca: 'Carretera de Vic, 84', telefon: '938 70 01 01' },
  { nom: 'Farmàcia del Passeig', adreca: 'Passeig de Pere III, 52', telefon: '938 70 01 02' },
  { nom: 'Farmàcia Sant Domènec', adreca: 'Plaça de Sant Domènec, 7', telefon: '938 70 01 03' },
  { nom: 'Farmàcia Bages', adreca: 'Avinguda de les Bases de Manresa, 31', telefon: '938 70 01 04' },
  { nom: 'Farmàcia Puigmercadal', adreca: 'Carrer de Puigmercadal, 12', telefon: '938 70 01 05' },
]

const phones = [
  ['Ajuntament de Manresa', 'Ayuntamiento de Manresa', '93 878 23 00', 'Plaça Major, 1'],
  ['Emergències', 'Emergencias', '112', ''],
  ['Policia Local', 'Policía Local', '092', 'Carrer del Bruc, 33'],
  ['Salut Respon', 'Salut Respon (salud)', '061', ''],
  ['Oficina de Turisme', 'Oficina de Turismo', '93 878 40 90', 'Plaça Major, 10'],
  ['CEDEM', 'CEDEM', '93 872 35 26', 'Camí dels Corrals, 2'],
  ['Aigües de Manresa (avaries)', 'Aigües de Manresa (averías)', '900 84 04 44', ''],
  ['Deixalleria', 'Punto limpio', '93 875 28 09', 'Polígon dels Dolors'],
] as const

/** Content that departments keep up to date without touching the drawing. */
export const tables = (now: Date, timeZone: string): Table[] => [
  {
    id: 'farmacies',
    name: 'Farmàcies de guàrdia',
    departmentId: 'oac',
    columns: [column('nom', 'Nom', 'text'), column('adreca', 'Adreça', 'text'), column('telefon', 'Telèfon', 'phone')],
    rows: dutyRota(now, timeZone, pharmacies, { changesAt: '09:00' }),
  },
  {
    id: 'telefons',
    name: 'Adreces i telèfons',
    departmentId: 'oac',
    columns: [
      column('nom', 'Nom', 'localized'),
      column('telefon', 'Telèfon', 'phone'),
      column('adreca', 'Adreça', 'text', false),
    ],
    rows: lastingRows(
      'telefon',
      phones.map(([ca, es, telefon, adreca]) => ({ nom: { ca, es }, telefon, adreca })),
    ),
  },
  {
    id: 'noticies',
    name: 'Notícies',
    departmentId: 'oac',
    columns: [column('titol', 'Titular', 'localized'), column('resum', 'Resum', 'localized')],
    rows: datedRows('noticia', now, timeZone, [
      [
        -1,
        12,
        {
          titol: {
            ca: 'Comencen les obres del carrer de Sant Miquel',
            es: 'Empiezan las obras de la calle Sant Miquel',
          },
          resum: {
            ca: 'Fins a final de mes només hi poden passar veïns i serveis.',
            es: 'Hasta final de mes solo pueden pasar vecinos y servicios.',
          },
        },
      ],
      [
        -3,
        10,
        {
          titol: { ca: 'Nou horari d’hivern de la deixalleria', es: 'Nuevo horario de invierno del punto limpio' },
          resum: { ca: 'De dimarts a dissabte, de 9 a 18 h.', es: 'De martes a sábado, de 9 a 18 h.' },
        },
      ],
      [
        -5,
        20,
        {
          titol: {
            ca: 'Inscripcions obertes als casals de Nadal',
            es: 'Inscripciones abiertas a los casales de Navidad',
          },
          resum: {
            ca: 'Per a infants de 3 a 12 anys, en sis barris.',
            es: 'Para niños de 3 a 12 años, en seis barrios.',
          },
        },
      ],
    ]),
  },
  {
    id: 'agenda',
    name: 'Agenda',
    departmentId: 'turisme',
    columns: [
      column('titol', 'Acte', 'localized'),
      column('hora', 'Hora', 'time', false),
      column('lloc', 'Lloc', 'text'),
    ],
    rows: datedRows('acte', now, timeZone, [
      [
        1,
        1,
        {
          titol: { ca: 'Contes a la biblioteca', es: 'Cuentos en la biblioteca' },
          hora: '17:30',
          lloc: 'Biblioteca del Casino',
        },
      ],
      [
        3,
        3,
        {
          titol: { ca: 'Cinefòrum', es: 'Cinefórum' },
          hora: '20:00',
          lloc: 'Espai Plana de l’Om',
        },
      ],
      [
        5,
        5,
        { titol: { ca: 'Concert de l’Esbart', es: 'Concierto del Esbart' }, hora: '19:00', lloc: 'Teatre Kursaal' },
      ],
      [
        6,
        6,
        {
          titol: { ca: 'Mercat de productes de proximitat', es: 'Mercado de proximidad' },
          hora: '09:00',
          lloc: 'Plaça Major',
        },
      ],
      [12, 13, { titol: { ca: 'Fira de Nadal', es: 'Feria de Navidad' }, hora: '10:00', lloc: 'Passeig de Pere III' }],
      [
        20,
        20,
        { titol: { ca: 'Visita guiada a la Seu', es: 'Visita guiada a la Seu' }, hora: '11:00', lloc: 'La Seu' },
      ],
    ]),
  },
  ...businessTables(now, timeZone),
  {
    id: 'visites',
    name: 'Què visitar',
    departmentId: 'turisme',
    columns: [
      column('nom', 'Lloc', 'text'),
      column('text', 'Descripció', 'localized'),
      column('horari', 'Horari', 'localized'),
    ],
    rows: lastingRows('visita', [
      {
        nom: 'La Seu',
        text: { ca: 'La basílica gòtica que mira el riu.', es: 'La basílica gótica que mira al río.' },
        horari: { ca: 'Cada dia, de 10 a 13 h i de 16 a 18 h', es: 'Cada día, de 10 a 13 h y de 16 a 18 h' },
      },
      {
        nom: 'La Cova de Sant Ignasi',
        text: {
          ca: 'On Ignasi de Loiola va escriure els Exercicis.',
          es: 'Donde Ignacio de Loyola escribió los Ejercicios.',
        },
        horari: { ca: 'Cada dia, de 10 a 13 h i de 16 a 19 h', es: 'Cada día, de 10 a 13 h y de 16 a 19 h' },
      },
      {
        nom: 'Carrer del Balç',
        text: { ca: 'La Manresa medieval, sota les cases.', es: 'La Manresa medieval, bajo las casas.' },
        horari: { ca: 'De dimarts a diumenge, d’11 a 14 h', es: 'De martes a domingo, de 11 a 14 h' },
      },
    ]),
  },
]
