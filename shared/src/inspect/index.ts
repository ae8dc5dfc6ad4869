import type { Flow } from '../flow.ts'
import { nodeDefinition } from '../nodes/index.ts'
import type { TownData } from '../town.ts'
import type { Finding, Problem } from './problem.ts'

export { describeProblem } from './describe.ts'
export type { Problem, ProblemCode } from './problem.ts'

/** What an officer should mend before publishing. Pure, never throws; `otherFlows` are the town's other flows. */
export function inspect(flow: Flow, _town: TownData, _otherFlows: readonly Flow[]): Problem[] {
  const findings: Finding[] = []
  if (!flow.nodes.some(({ type }) => type === 'start')) findings.push({ code: 'start_missing', severity: 'error' })
  for (const node of flow.nodes) {
    const definition = nodeDefinition(node.type)
    const parsed = definition?.config.safeParse(node.config)
    if (!definition || !parsed?.success) continue
    for (const { id, label } of definition.exits(parsed.data)) {
      if (id === 'no_reply' || flow.edges.some(({ from, exit }) => from === node.id && exit === id)) continue
      const exitLabel = label?.[flow.defaultLanguage] ?? id
      findings.push({ code: 'exit_unconnected', severity: 'error', node: node.id, values: { exit: exitLabel } })
    }
  }
  return findings.map(({ node = null, field = null, edge = null, values = {}, ...found }) => {
    const drawn = flow.nodes.find(({ id }) => id === node)
    return { ...found, node, field, edge, values: { nodeName: drawn?.name || drawn?.type || '', ...values } }
  })
}
