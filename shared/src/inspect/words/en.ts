import type { ProblemWords } from './ca.ts'

export const problemsEn: ProblemWords = {
  exit_unconnected: 'The exit {exit} of {node} leads nowhere. Connect it or delete it.',
  start_missing: 'The flow has no start. Add a “Start” step and connect it to the first step.',
}
