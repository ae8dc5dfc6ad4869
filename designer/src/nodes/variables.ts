import { askNode, builtInNames, type Flow, type FlowNode } from '@pregoner/shared'

/** Names a text may fill in: those of the town and clock, and those some step before this one sets. */
export interface Variables {
  builtIn: readonly string[]
  answers: readonly string[]
}

/** Configs are never changed in place, so each is asked once. */
const remembered = <Known>(ask: (node: FlowNode) => Known) => {
  const known = new WeakMap<FlowNode['config'], Known>()
  return (node: FlowNode): Known => {
    const before = known.get(node.config)
    if (before !== undefined) return before
    const answer = ask(node)
    known.set(node.config, answer)
    return answer
  }
}

const jumpsOf = remembered(node =>
  askNode(node, (definition, config) => definition.refers?.(config)).flatMap(({ kind, id }) =>
    kind === 'node' ? [id] : [],
  ),
)

const namesOf = remembered(node =>
  askNode(node, (definition, config) => definition.sets?.(config)).flatMap(({ names }) => names),
)

function nodesBefore(flow: Flow, node: string): Set<string> {
  const comesFrom = new Map<string, string[]>()
  const join = (to: string, from: string) => {
    const known = comesFrom.get(to)
    if (known) known.push(from)
    else comesFrom.set(to, [from])
  }
  for (const { from, to } of flow.edges) join(to, from)
  for (const one of flow.nodes) for (const target of jumpsOf(one)) join(target, one.id)
  const before = new Set<string>()
  const left = [...(comesFrom.get(node) ?? [])]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (before.has(id)) continue
    before.add(id)
    left.push(...(comesFrom.get(id) ?? []))
  }
  return before
}

/** Names the steps that lead to `node` set; all names of the flow when nothing leads to it yet. */
export function variablesBefore(flow: Flow, node: string): Variables {
  const before = nodesBefore(flow, node)
  const names = flow.nodes.filter(({ id }) => (before.size === 0 ? id !== node : before.has(id))).flatMap(namesOf)
  return { builtIn: builtInNames, answers: [...new Set(names)] }
}
