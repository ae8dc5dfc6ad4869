import { nodeDefinition } from '../nodes/index.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

const MAX_FIELDS = 10 // of one node; a config of another type would list them all

/** Nodes of a type of tomorrow, and configs that do not fit their type. */
export const configs: Rule = ({ flow, drawing }) =>
  flow.nodes.flatMap(({ id: node, type, config }): Finding[] => {
    if (drawing.steps.has(node)) return []
    const definition = nodeDefinition(type)
    if (!definition) return [{ code: 'type_unknown', severity: 'error', node, values: { type } }]
    const issues = definition.config.safeParse(config).error?.issues ?? []
    const fields = new Set(issues.slice(0, MAX_FIELDS).map(({ path }) => path.join('.')))
    return [...fields].map(field => ({ code: 'config_invalid', severity: 'error', node, field }))
  })
