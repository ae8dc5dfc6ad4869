import { exitValues, reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Exits that lead nowhere, but for those where ending without a word is natural. */
export const exits: Rule = ({ drawing }) =>
  reachedSteps(drawing).flatMap(({ id: node, exits }): Finding[] => {
    const drawn = new Set((drawing.edges.get(node) ?? []).map(({ exit }) => exit))
    const loose = new Set(exits.filter(({ id, isOptional }) => !isOptional && !drawn.has(id)).map(({ id }) => id))
    return [...loose].map(exit => ({
      code: 'exit_unconnected',
      severity: 'error',
      node,
      field: `exits.${exit}`,
      values: exitValues(drawing, node, exit),
    }))
  })
