import type { FlowNode } from './flow.ts'
import type { NodeDefinition } from './node.ts'
import { nodeDefinition } from './nodes/index.ts'
import { readConfig } from './read-config.ts'

/**
 * What a node's definition answers about it. A config while it is being typed may break a limit of its schema; what is
 * known of it must not vanish meanwhile, so it is asked as it is. Unknown types and configs far from their schema: nothing.
 */
export function askNode<Answer>(
  node: FlowNode,
  question: (definition: NodeDefinition, config: unknown) => readonly Answer[] | undefined,
): readonly Answer[] {
  const definition = nodeDefinition(node.type)
  if (!definition) return []
  const parsed = readConfig(definition, node.config)
  try {
    return question(definition, parsed.success ? parsed.data : node.config) ?? []
  } catch (error) {
    if (parsed.success) throw error
    return []
  }
}
