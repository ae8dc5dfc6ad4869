import type { Table } from '@pregoner/shared'
import { column, datedRows } from '../rows.ts'

/** Courses, grants and jobs, kept by the CEDEM and the CIO. */
export const businessTables = (now: Date, timeZone: string): Table[] => [
  {
    id: 'cursos',
    name: 'Cursos',
    departmentId: 'cedem',
    columns: [
      column('titol', 'Curs', 'localized'),
      column('entitat', 'Qui el fa', 'text'),
      column('inici', 'Comença', 'date'),
      column('hores', 'Hores', 'number'),
    ],
    rows: datedRows('curs', now, timeZone, [
      [
        0,
        25,
        {
          titol: { ca: 'Vendre per internet', es: 'Vender por internet' },
          entitat: 'CEDEM',
          inici: '2027-01-18',
          hores: 20,
        },
      ],
      [
        0,
        30,
        {
          titol: { ca: 'Comptabilitat per a autònoms', es: 'Contabilidad para autónomos' },
          entitat: 'CEDEM',
          inici: '2027-01-25',
          hores: 16,
        },
      ],
      [
        0,
        20,
        {
          titol: { ca: 'Competències digitals bàsiques', es: 'Competencias digitales básicas' },
          entitat: 'CIO',
          inici: '2027-01-11',
          hores: 30,
        },
      ],
      [
        0,
        40,
        {
          titol: { ca: 'Auxiliar de magatzem', es: 'Auxiliar de almacén' },
          entitat: 'CIO',
          inici: '2027-02-01',
          hores: 120,
        },
      ],
    ]),
  },
  {
    id: 'ajuts',
    name: 'Ajuts i subvencions',
    departmentId: 'cedem',
    columns: [column('titol', 'Ajut', 'localized'), column('import', 'Import màxim', 'text')],
    rows: datedRows('ajut', now, timeZone, [
      [
        -10,
        35,
        {
          titol: { ca: 'Obrir un comerç al Centre Històric', es: 'Abrir un comercio en el Centro Histórico' },
          import: '6.000 €',
        },
      ],
      [
        -20,
        15,
        { titol: { ca: 'Contractar una persona a l’atur', es: 'Contratar a una persona en paro' }, import: '3.500 €' },
      ],
    ]),
  },
  {
    id: 'feina',
    name: 'Ofertes de feina',
    departmentId: 'cio',
    columns: [
      column('lloc', 'Lloc de treball', 'localized'),
      column('jornada', 'Jornada', 'localized'),
      column('codi', 'Codi', 'text'),
    ],
    rows: datedRows('oferta', now, timeZone, [
      [
        -2,
        9,
        {
          lloc: { ca: 'Cuiner/a de menjador escolar', es: 'Cocinero/a de comedor escolar' },
          jornada: { ca: 'Matins', es: 'Mañanas' },
          codi: 'CIO-412',
        },
      ],
      [
        -1,
        14,
        {
          lloc: { ca: 'Mosso/a de magatzem', es: 'Mozo/a de almacén' },
          jornada: { ca: 'Completa', es: 'Completa' },
          codi: 'CIO-415',
        },
      ],
      [
        0,
        18,
        {
          lloc: { ca: 'Monitor/a de casal de Nadal', es: 'Monitor/a de casal de Navidad' },
          jornada: { ca: 'Vacances', es: 'Vacaciones' },
          codi: 'CIO-418',
        },
      ],
      [
        0,
        21,
        {
          lloc: { ca: 'Administratiu/iva', es: 'Administrativo/a' },
          jornada: { ca: 'Completa', es: 'Completa' },
          codi: 'CIO-420',
        },
      ],
    ]),
  },
]
