import type { DemoTest } from '../demo-town.ts'

/** Conversations that must always go as they went when the drawings of Ciutadella were made. */
export const tests: DemoTest[] = [
  { id: 'alta', flowId: 'altes', name: 'ALTA → BAIXA', says: ['ALTA', 'alta', 'Baixa', 'baixa'] },
  {
    id: 'alta_d_un_altre',
    flowId: 'altes',
    name: 'l’alta d’un altre telèfon, amb un número mal escrit abans',
    says: ['ALTA 60012', 'ALTA 600123123', 'BAIXA 600 123 123'],
  },
  {
    id: 'temes',
    flowId: 'altes',
    name: 'a més d’una part, pel seu número',
    says: ['ALTA', 'ALTA 3', 'ALTA 9', 'BAIXA 3', 'BAIXA'],
  },
  {
    id: 'castella',
    flowId: 'altes',
    name: 'se da de alta y elige el castellano',
    says: ['Alta', 'IDIOMA', '2', 'BAJA'],
  },
  {
    id: 'nomes_informa',
    flowId: 'canal-informatiu',
    name: 'el canal només informa, i ho diu una vegada',
    says: ['Bon dia, a quina hora obre el mercat?', 'Hola??'],
  },
]
