import type { ProblemWords } from './ca.ts'

export const problemsEs: ProblemWords = {
  exit_unconnected: 'La salida {exit} de {node} no lleva a ninguna parte. Conéctela o elimínela.',
  start_missing: 'El flujo no tiene ningún inicio. Añada un paso «Inicio» y conéctelo con el primer paso.',
}
