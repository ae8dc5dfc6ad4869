import { reachedSteps } from './drawing.ts'
import type { Rule } from './rule.ts'

/** What only one node type can have wrong; its definition tells. */
export const faults: Rule = ({ drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, definition, config }) =>
    (definition.faults?.(config, town) ?? []).map(fault => ({ ...fault, node })),
  )
