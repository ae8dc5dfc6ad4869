import type { Flow, FlowNode, FlowVersion } from './flow.ts'
import type { NodeDefinition } from './node.ts'
import { nodeDefinition } from './nodes/index.ts'
import type { Trigger } from './nodes/start.ts'
import { parseTemplate, type Template } from './template.ts'
import type { TownData } from './town.ts'

export interface CompiledNode {
  id: string
  definition: NodeDefinition
  config: unknown
}

/** A version indexed once, so that a step costs the same in a flow of 20 nodes and of 5,000. */
export interface CompiledFlow {
  id: string
  version: number
  flow: Flow
  town: TownData
  nodes: ReadonlyMap<string, CompiledNode>
  /** Node id → exit → node id. */
  targets: ReadonlyMap<string, ReadonlyMap<string, string>>
  subflows: ReadonlyMap<string, CompiledFlow>
  /** Where a session may begin, in the order of the drawing. */
  starts: readonly { node: string; triggers: readonly Trigger[] }[]
  /** Whether there is a menu, or another place one comes back to. */
  hasPlace: boolean
  /** The nodes that ask for consent. */
  consents: readonly CompiledNode[]
  /** The parsed form of a text of this flow; parsed at its first use. */
  template(source: string): Template
}

const MAX_TEMPLATES = 20_000 // more than the texts of the largest flow; a guard, not a tuning knob

const compileNode = ({ id, type, config }: FlowNode): CompiledNode | null => {
  const definition = nodeDefinition(type)
  const parsed = definition?.config.safeParse(config)
  return definition && parsed?.success ? { id, definition, config: parsed.data } : null
}

function targetsOf(flow: Flow): Map<string, Map<string, string>> {
  const targets = new Map<string, Map<string, string>>()
  for (const { from, exit, to } of flow.edges) {
    const exits = targets.get(from) ?? new Map<string, string>()
    targets.set(from, exits.set(exit, to))
  }
  return targets
}

function compileOne(
  flow: Flow,
  version: number,
  town: TownData,
  subflows: ReadonlyMap<string, CompiledFlow>,
): CompiledFlow {
  const templates = new Map<string, Template>()
  const nodes = flow.nodes.flatMap(node => compileNode(node) ?? [])
  return {
    id: flow.id,
    version,
    flow,
    town,
    nodes: new Map(nodes.map(node => [node.id, node])),
    targets: targetsOf(flow),
    subflows,
    starts: nodes.flatMap(({ id, definition, config }) =>
      definition.triggers ? [{ node: id, triggers: definition.triggers(config) }] : [],
    ),
    hasPlace: nodes.some(({ definition }) => definition.isPlace === true),
    consents: nodes.filter(({ definition }) => definition.hasLapsed !== undefined),
    template(source) {
      const known = templates.get(source)
      if (known) return known
      const parsed = parseTemplate(source)
      if (templates.size < MAX_TEMPLATES) templates.set(source, parsed)
      return parsed
    },
  }
}

/**
 * Indexes a version and its sub-flows for `step`. Never throws: a node whose config does not fit its type is left out,
 * and a session that comes to it fails as `inspect` said it would. `town` is a snapshot; compile again when it changes.
 */
export function compile(version: FlowVersion, town: TownData): CompiledFlow {
  const subflows = new Map<string, CompiledFlow>()
  for (const flow of version.subflows) subflows.set(flow.id, compileOne(flow, version.version, town, subflows))
  return compileOne(version.flow, version.version, town, subflows)
}
