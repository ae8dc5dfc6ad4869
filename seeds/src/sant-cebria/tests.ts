import type { DemoTest } from '../demo-town.ts'

/** Conversations that must always go as they went when the drawings of Sant Cebrià were made. */
export const tests: DemoTest[] = [
  {
    id: 'no_accepta',
    flowId: 'assistent',
    name: 'qui no accepta no arriba al menú',
    says: ['hola', 'què vol dir?', 'No accepto', 'menú'],
  },
  {
    id: 'bustia',
    flowId: 'assistent',
    name: 'accepta → Bústia ciutadana',
    says: [
      'hola',
      'accepto',
      'Bústia ciutadana',
      'Suggereixo que la biblioteca obri els dissabtes al matí',
      'Sense ubicació',
      'Sense foto',
    ],
  },
  {
    id: 'alcaldessa',
    flowId: 'assistent',
    name: 'una veïna escriu a l’alcaldessa',
    says: ['Hola', 'd’acord', '2', 'El banc de davant de l’església està trencat.', 'Sense ubicació', 'Sense foto'],
  },
  {
    id: 'regidoria',
    flowId: 'assistent',
    name: 'un veí escriu a la regidora del seu barri',
    says: [
      'hola',
      'Accepto',
      '3',
      'Castellar d’Índies',
      'Quan asfaltareu el carrer de dalt?',
      'Carrer del Montseny, 14',
      'Sense foto',
    ],
  },
  {
    id: 'la_crida_l_assistent',
    flowId: 'missatge',
    name: 'el missatge, des de l’assistent que el fa servir',
    says: ['hola', 'sí', '5', 'Una idea', 'ometre', 'ometre'],
  },
]
