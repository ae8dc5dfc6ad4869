import { exitValues, reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Exits that nobody can ever leave by, whatever they answer and whenever they come. */
export const neverTaken: Rule = ({ drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, definition, config }) =>
    (definition.neverTaken?.(config, town) ?? []).map(
      ({ exit, field }): Finding => ({
        code: 'exit_never_taken',
        severity: 'warning',
        node,
        field,
        values: exitValues(drawing, node, exit),
      }),
    ),
  )
