import { grouped } from './drawing.ts'
import type { Rule } from './rule.ts'

/** Ids that two nodes, or two edges, share. */
export const ids: Rule = ({ flow }) => {
  const nodes = [...grouped(flow.nodes, ({ id }) => id)].filter(([, same]) => same.length > 1)
  const edges = [...grouped(flow.edges, ({ id }) => id)].filter(([, same]) => same.length > 1)
  return [
    ...nodes.map(([id]) => ({ code: 'node_id_repeated', severity: 'error', node: id, values: { id } }) as const),
    ...edges.map(([id]) => ({ code: 'edge_id_repeated', severity: 'error', edge: id, values: { id } }) as const),
  ]
}
