import type { DemoTest } from '../demo-town.ts'

/** Conversations that must always go as they went when the drawings of Manresa were made. */
export const tests: DemoTest[] = [
  {
    id: 'forat_calcada',
    flowId: 'incidencia',
    name: 'incidència → Via pública',
    says: ['incidència', 'Calçada i voreres', 'Hi ha un forat a la vorera', 'Carrer del Bruc, 12', 'Sense foto'],
  },
  {
    id: 'fanal_fos',
    flowId: 'incidencia',
    name: 'un fanal fos → Enllumenat públic',
    says: ['avaria', 'enllumenat', 'El fanal de la cantonada no s’encén', 'Plana de l’Om, 3', 'Sense foto'],
  },
  {
    id: 'no_ho_entenem',
    flowId: 'incidencia',
    name: 'no ho entenem tres vegades i igualment arriba',
    says: [
      'incidència',
      'blablabla',
      'blablabla',
      'blablabla',
      'Un banc trencat',
      'Passeig Pere III, 40',
      'Sense foto',
    ],
  },
  {
    id: 'ajuts',
    flowId: 'canal',
    name: 'hola → Ajuts econòmics',
    says: ['hola', 'Serveis Socials', 'Ajuts econòmics'],
  },
  { id: 'negoci', flowId: 'canal', name: 'hola → Obrir un negoci', says: ['hola', 'CEDEM', 'Obrir un negoci'] },
]
