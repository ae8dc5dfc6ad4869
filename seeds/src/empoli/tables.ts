import type { Table } from '@pregoner/shared'
import { dutyRota } from '../duty-rota.ts'
import { column, datedRows, lastingRows } from '../rows.ts'

const pharmacies = [
  { nome: 'Farmacia Centrale', indirizzo: 'Piazza della Vittoria, 8', telefono: '0571 700 101' },
  { nome: 'Farmacia Santa Maria', indirizzo: 'Via Tosco Romagnola, 140', telefono: '0571 700 102' },
  { nome: 'Farmacia Ponzano', indirizzo: 'Via di Ponzano, 22', telefono: '0571 700 103' },
  { nome: 'Farmacia Avane', indirizzo: 'Via Magolo, 3', telefono: '0571 700 104' },
]

/** Content that the offices keep up to date without touching the drawing. */
export const tables = (now: Date, timeZone: string): Table[] => [
  {
    id: 'farmacie',
    name: 'Farmacie di turno',
    departmentId: 'urp',
    columns: [
      column('nome', 'Farmacia', 'text'),
      column('indirizzo', 'Indirizzo', 'text'),
      column('telefono', 'Telefono', 'phone'),
    ],
    rows: dutyRota(now, timeZone, pharmacies, { changesAt: '09:00', daysEach: 7 }),
  },
  {
    id: 'scadenze',
    name: 'Scadenze',
    departmentId: 'urp',
    columns: [column('titolo', 'Scadenza', 'text'), column('dettagli', 'Dettagli', 'text')],
    rows: datedRows('scadenza', now, timeZone, [
      [0, 8, { titolo: 'Mensa scolastica', dettagli: 'Ultimi giorni per il pagamento del trimestre.' }],
      [0, 25, { titolo: 'IMU, saldo', dettagli: 'Si paga con il modello F24.' }],
      [0, 40, { titolo: 'Bonus sociale idrico', dettagli: 'Domanda con attestazione ISEE.' }],
    ]),
  },
  {
    id: 'eventi',
    name: 'Eventi',
    departmentId: 'urp',
    columns: [column('titolo', 'Evento', 'text'), column('ora', 'Ora', 'time'), column('luogo', 'Luogo', 'text')],
    rows: datedRows('evento', now, timeZone, [
      [3, 3, { titolo: 'Letture in biblioteca', ora: '17:00', luogo: 'Biblioteca Fucini' }],
      [5, 5, { titolo: 'Mercatino dell’antiquariato', ora: '08:00', luogo: 'Piazza della Vittoria' }],
      [15, 46, { titolo: 'Empoli Città del Natale', ora: '10:00', luogo: 'Centro storico' }],
    ]),
  },
  {
    id: 'numeri',
    name: 'Numeri utili',
    departmentId: 'urp',
    columns: [column('nome', 'Ufficio', 'text'), column('telefono', 'Telefono', 'phone')],
    rows: lastingRows('numero', [
      { nome: 'Emergenze', telefono: '112' },
      { nome: 'Comune di Empoli, centralino', telefono: '0571 7571' },
      { nome: 'Polizia Municipale', telefono: '800 019 019' },
      { nome: 'Guasti acqua', telefono: '800 314 314' },
    ]),
  },
]
