import { askNode, type Exit, type FlowNode, nodeDefinition, type Reference } from '@pregoner/shared'

const known = new WeakMap<FlowNode['config'], readonly Exit[]>()

/** The ways out of a node, in the order they are drawn. */
export const exitsOf = (node: FlowNode): readonly Exit[] => {
  const before = known.get(node.config)
  if (before) return before
  const exits = askNode(node, (definition, config) => definition.exits(config))
  known.set(node.config, exits)
  return exits
}

/** What a node names by id: departments, tables, other nodes. */
export const referencesOf = (node: FlowNode): readonly Reference[] =>
  askNode(node, (definition, config) => definition.refers?.(config))

/** The exit by which a conversation usually goes on; menus and the like have none, all their options weigh the same. */
export const mainExit = (node: FlowNode): Exit | null => {
  const [first] = exitsOf(node)
  return first && !first.label ? first : null
}

/** Whether a node lives on the drawing only, like a note. */
export const isDecoration = (node: FlowNode): boolean => nodeDefinition(node.type)?.family === 'canvas'

/** Whether steps may lead to this node; nothing leads to where a conversation starts. */
export const canBeEntered = (node: FlowNode): boolean => {
  const family = nodeDefinition(node.type)?.family
  return family !== 'starts' && family !== 'canvas'
}

const GREETING = 1_000 // more than the triggers a step may have
const knownWeights = new WeakMap<FlowNode['config'], number>()

/**
 * How likely people meet a conversation here first: who writes for the first time or writes anything at all, before
 * who has to know a word, the more words the sooner. 0 where only links or other things begin it.
 */
export const beginningWeight = (node: FlowNode): number => {
  const before = knownWeights.get(node.config)
  if (before !== undefined) return before
  const triggers = askNode(node, (definition, config) => definition.triggers?.(config))
  const greets = triggers.some(({ kind }) => kind === 'first_message' || kind === 'anything_else')
  const weight = (greets ? GREETING : 0) + triggers.filter(({ kind }) => kind === 'keyword').length
  knownWeights.set(node.config, weight)
  return weight
}
