import type { Table } from '@pregoner/shared'
import { dutyRota } from '../duty-rota.ts'
import { column, datedRows, lastingRows } from '../rows.ts'

const pharmacies = [
  { nom: 'Farmàcia Plaça Major', adreca: 'Plaça Major, 14', telefon: '96 270 01 01' },
  { nom: 'Farmàcia Sants Patrons', adreca: 'Avinguda dels Sants Patrons, 30', telefon: '96 270 01 02' },
  { nom: 'Farmàcia Tulell', adreca: 'Carrer de Calderón de la Barca, 9', telefon: '96 270 01 03' },
  { nom: 'Farmàcia l’Alquerieta', adreca: 'Carrer de la Pau, 41', telefon: '96 270 01 04' },
  { nom: 'Farmàcia Venècia', adreca: 'Avinguda de Luis Suñer, 5', telefon: '96 270 01 05' },
  { nom: 'Farmàcia la Muntanyeta', adreca: 'Carrer de la Muntanyeta, 2', telefon: '96 270 01 06' },
]

const phones = [
  ['Emergències', 'Emergencias', '112'],
  ['Ajuntament', 'Ayuntamiento', '96 240 04 50'],
  ['Policia Local', 'Policía Local', '092'],
  ['Hospital de la Ribera', 'Hospital de La Ribera', '96 245 81 00'],
  ['Avaries de l’aigua', 'Averías del agua', '900 10 10 10'],
  ['Recollida de trastos', 'Recogida de enseres', '900 10 12 14'],
  ['Biblioteca', 'Biblioteca', '96 245 51 10'],
] as const

/** Content that departments keep up to date without touching the drawing. */
export const tables = (now: Date, timeZone: string): Table[] => [
  {
    id: 'telefons',
    name: 'Telèfons d’interés',
    departmentId: 'clau',
    columns: [column('nom', 'Nom', 'localized'), column('telefon', 'Telèfon', 'phone')],
    rows: lastingRows(
      'telefon',
      phones.map(([ca, es, telefon]) => ({ nom: { ca, es }, telefon })),
    ),
  },
  {
    id: 'bus',
    name: 'Bus municipal',
    departmentId: 'serveis',
    columns: [
      column('linia', 'Línia', 'text'),
      column('recorregut', 'Recorregut', 'localized'),
      column('feiners', 'Feiners', 'text'),
      column('dissabtes', 'Dissabtes', 'text', false),
    ],
    rows: lastingRows('linia', [
      {
        linia: 'L1',
        recorregut: { ca: 'Plaça Major – Tulell – Hospital', es: 'Plaza Mayor – Tulell – Hospital' },
        feiners: '7.00–21.30, 30 min',
        dissabtes: '8.00–14.00, 60 min',
      },
      {
        linia: 'L2',
        recorregut: { ca: 'Estació – l’Alquerieta – Venècia', es: 'Estación – l’Alquerieta – Venecia' },
        feiners: '7.15–21.15, 40 min',
        dissabtes: '8.30–13.30, 60 min',
      },
    ]),
  },
  {
    id: 'farmacies',
    name: 'Farmàcies de guàrdia',
    departmentId: 'clau',
    columns: [column('nom', 'Nom', 'text'), column('adreca', 'Adreça', 'text'), column('telefon', 'Telèfon', 'phone')],
    rows: dutyRota(now, timeZone, pharmacies, { changesAt: '09:30' }),
  },
  {
    id: 'treball',
    name: 'Ofertes de treball',
    departmentId: 'idea',
    columns: [column('lloc', 'Lloc de treball', 'localized'), column('codi', 'Codi', 'text')],
    rows: datedRows('oferta', now, timeZone, [
      [
        -2,
        8,
        { lloc: { ca: 'Operari/ària de magatzem de fruita', es: 'Operario/a de almacén de fruta' }, codi: 'ID-118' },
      ],
      [-1, 12, { lloc: { ca: 'Cambrer/a de cap de setmana', es: 'Camarero/a de fin de semana' }, codi: 'ID-121' }],
      [0, 15, { lloc: { ca: 'Tècnic/a d’informàtica', es: 'Técnico/a de informática' }, codi: 'ID-123' }],
    ]),
  },
  {
    id: 'cultura',
    name: 'Programació cultural',
    departmentId: 'cultura',
    columns: [column('titol', 'Acte', 'localized'), column('hora', 'Hora', 'time'), column('lloc', 'Lloc', 'text')],
    rows: datedRows('acte', now, timeZone, [
      [2, 2, { titol: { ca: 'Club de lectura', es: 'Club de lectura' }, hora: '18:30', lloc: 'Biblioteca' }],
      [4, 4, { titol: { ca: 'Teatre: El Tirant', es: 'Teatro: El Tirant' }, hora: '20:30', lloc: 'Gran Teatre' }],
      [
        6,
        6,
        {
          titol: { ca: 'Concert de la Societat Musical', es: 'Concierto de la Societat Musical' },
          hora: '19:00',
          lloc: 'Gran Teatre',
        },
      ],
      [9, 9, { titol: { ca: 'Contacontes', es: 'Cuentacuentos' }, hora: '17:30', lloc: 'Biblioteca' }],
      [
        13,
        13,
        {
          titol: { ca: 'Visita guiada a la Vila', es: 'Visita guiada a la Vila' },
          hora: '11:00',
          lloc: 'Plaça del Carbó',
        },
      ],
    ]),
  },
]
