import type { ProblemWords } from './ca.ts'

export const problemsIt: ProblemWords = {
  exit_unconnected: 'L’uscita {exit} di {node} non porta da nessuna parte. Collegatela o eliminatela.',
  start_missing: 'Il flusso non ha un inizio. Aggiungete un passo «Inizio» e collegatelo al primo passo.',
}
