import type { DemoTest } from '../demo-town.ts'

/** Conversations that must always go as they went when the drawings of Alzira were made. */
export const tests: DemoTest[] = [
  { id: 'primera_vegada', flowId: 'holawap', name: 'hola → la llengua → el menú', says: ['Hola', 'tres', '1'] },
  {
    id: 'en_castella',
    flowId: 'holawap',
    name: 'una vecina usa el menú en castellano',
    says: ['¡Buenos días!', '2', 'impuestos'],
  },
  {
    id: 'contenidor',
    flowId: 'incidencies',
    name: 'incidència → una dada darrere de l’altra',
    says: [
      'Vull comunicar una incidència',
      '1',
      'Accepto',
      'Hi ha un contenidor cremat i fa molta olor',
      'No en tinc',
      'Carrer Doctor Ferran, 8',
    ],
  },
  {
    id: 'sense_consentiment',
    flowId: 'incidencies',
    name: 'qui no accepta no deixa res escrit',
    says: ['incidència', '1', 'no sé', 'no'],
  },
  { id: 'apuntar_se', flowId: 'avisos', name: 'avisos → tots, i baixa', says: ['avisos', '1', '3', 'baixa'] },
]
