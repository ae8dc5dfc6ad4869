import type { Table } from '@pregoner/shared'
import { column, datedRows, lastingRows } from '../rows.ts'

const openings = [
  [
    'Oficines municipals',
    'Oficinas municipales',
    'Dl. a dv. de 9 a 14 h; dj. també de 16 a 19 h',
    'L. a v. de 9 a 14 h; j. también de 16 a 19 h',
  ],
  ['Biblioteca', 'Biblioteca', 'Dl. a dv. de 16 a 20 h', 'L. a v. de 16 a 20 h'],
  ['Deixalleria', 'Punto limpio', 'Dt. a ds. de 10 a 13 h', 'M. a s. de 10 a 13 h'],
  ['Consultori mèdic', 'Consultorio médico', 'Dl. a dv. de 8 a 15 h', 'L. a v. de 8 a 15 h'],
] as const

const procedures = [
  ['Empadronar-se', 'Empadronarse', 'padro'],
  ['Bonificació per a la brossa', 'Bonificación de la basura', 'brossa'],
  ['Llicència d’obres menors', 'Licencia de obras menores', 'obres'],
  ['Ús d’equipaments municipals', 'Uso de equipamientos municipales', 'equipaments'],
] as const

/** Content that the town hall keeps up to date without touching the drawing. */
export const tables = (now: Date, timeZone: string): Table[] => [
  {
    id: 'horaris',
    name: 'Horaris',
    departmentId: 'oac',
    columns: [column('nom', 'Equipament', 'localized'), column('horari', 'Horari', 'localized')],
    rows: lastingRows(
      'horari',
      openings.map(([ca, es, horariCa, horariEs]) => ({ nom: { ca, es }, horari: { ca: horariCa, es: horariEs } })),
    ),
  },
  {
    id: 'tramits',
    name: 'Tràmits',
    departmentId: 'oac',
    columns: [column('nom', 'Tràmit', 'localized'), column('enllac', 'Enllaç', 'url')],
    rows: lastingRows(
      'tramit',
      procedures.map(([ca, es, page]) => ({
        nom: { ca, es },
        enllac: `https://www.stcebria.cat/tramits/${page}`,
      })),
    ),
  },
  {
    id: 'noticies',
    name: 'Notícies',
    departmentId: 'oac',
    columns: [column('titol', 'Titular', 'localized'), column('resum', 'Resum', 'localized')],
    rows: datedRows('noticia', now, timeZone, [
      [
        -2,
        12,
        {
          titol: { ca: 'Nou parc infantil a Can Palau', es: 'Nuevo parque infantil en Can Palau' },
          resum: { ca: 'Obre dissabte amb una xocolatada.', es: 'Abre el sábado con una chocolatada.' },
        },
      ],
      [
        -4,
        10,
        {
          titol: { ca: 'Canvi de recollida de la brossa', es: 'Cambio en la recogida de basura' },
          resum: {
            ca: 'L’orgànica, dilluns, dimecres i divendres; el paper, dimarts.',
            es: 'La orgánica, lunes, miércoles y viernes; el papel, martes.',
          },
        },
      ],
    ]),
  },
  {
    id: 'agenda',
    name: 'Agenda',
    departmentId: 'oac',
    columns: [column('titol', 'Acte', 'localized'), column('hora', 'Hora', 'time'), column('lloc', 'Lloc', 'text')],
    rows: datedRows('acte', now, timeZone, [
      [2, 2, { titol: { ca: 'Taller de panellets', es: 'Taller de panellets' }, hora: '17:00', lloc: 'Casal' }],
      [
        5,
        5,
        { titol: { ca: 'Xocolatada popular', es: 'Chocolatada popular' }, hora: '11:30', lloc: 'Parc de Can Palau' },
      ],
      [
        6,
        6,
        {
          titol: { ca: 'Caminada per la riera', es: 'Caminata por la riera' },
          hora: '09:00',
          lloc: 'Plaça de l’Església',
        },
      ],
      [19, 19, { titol: { ca: 'Fira de Nadal', es: 'Feria de Navidad' }, hora: '10:00', lloc: 'Carrer Centre' }],
    ]),
  },
  {
    id: 'avisos',
    name: 'Avisos i bans',
    departmentId: 'serveis',
    columns: [column('titol', 'Avís', 'localized'), column('text', 'Text', 'localized')],
    rows: datedRows('avis', now, timeZone, [
      [
        -1,
        4,
        {
          titol: { ca: 'Tall d’aigua a Vistamar', es: 'Corte de agua en Vistamar' },
          text: {
            ca: 'Dijous, de 9 a 13 h, per una millora a la xarxa.',
            es: 'Jueves, de 9 a 13 h, por una mejora en la red.',
          },
        },
      ],
    ]),
  },
]
