import { builtInNames, type Flow, nodeDefinition } from '@pregoner/shared'

/** Names a text may fill in: those of the town and clock, and those some step before this one sets. */
export interface Variables {
  builtIn: readonly string[]
  answers: readonly string[]
}

function nodesBefore(flow: Flow, node: string): Set<string> {
  const comesFrom = new Map<string, string[]>()
  const join = (to: string, from: string) => comesFrom.set(to, [...(comesFrom.get(to) ?? []), from])
  for (const { from, to } of flow.edges) join(to, from)
  for (const { id, type, config } of flow.nodes) {
    for (const reference of referencesOf(type, config)) if (reference.kind === 'node') join(reference.id, id)
  }
  const before = new Set<string>()
  const left = [...(comesFrom.get(node) ?? [])]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (before.has(id)) continue
    before.add(id)
    left.push(...(comesFrom.get(id) ?? []))
  }
  return before
}

function parsed(type: string, config: unknown) {
  const definition = nodeDefinition(type)
  const result = definition?.config.safeParse(config)
  return definition && result?.success ? { definition, config: result.data } : undefined
}

function referencesOf(type: string, config: unknown) {
  const known = parsed(type, config)
  return known?.definition.refers?.(known.config) ?? []
}

/** Names the steps that lead to `node` set; all names of the flow when nothing leads to it yet. */
export function variablesBefore(flow: Flow, node: string): Variables {
  const before = nodesBefore(flow, node)
  const names = flow.nodes
    .filter(({ id }) => (before.size === 0 ? id !== node : before.has(id)))
    .flatMap(({ type, config }) => {
      const known = parsed(type, config)
      return known?.definition.sets?.(known.config).flatMap(set => set.names) ?? []
    })
  return { builtIn: builtInNames, answers: [...new Set(names)] }
}
