import type { CompiledFlow } from '../compile.ts'
import type { Passage } from '../engine.ts'
import { nodeDefinition } from '../nodes/index.ts'

/** An exit to be taken; `exit` is null for a node without exits, which is covered once it is come to. */
export interface Target {
  node: string
  exit: string | null
}

export const targetKey = ({ node, exit }: Target): string => `${node} ${exit ?? ''}`

/** What all paths of a flow must take, in the order of the drawing. */
export function targetsOf({ nodes }: CompiledFlow): Map<string, Target> {
  const targets = [...nodes.values()].flatMap(({ id, definition, config }): Target[] => {
    if (definition.family === 'canvas') return []
    const exits = definition.exits(config)
    return exits.length === 0 ? [{ node: id, exit: null }] : exits.map(exit => ({ node: id, exit: exit.id }))
  })
  return new Map(targets.map(target => [targetKey(target), target]))
}

/** Steps that cannot be walked because they are not filled in. */
export const unfinishedNodes = ({ flow, nodes }: CompiledFlow): string[] =>
  flow.nodes.filter(({ id, type }) => !nodes.has(id) && nodeDefinition(type)?.family !== 'canvas').map(({ id }) => id)

/** The keys of what a passage covers: its exit, or the node itself where it has none. */
export const coveredBy = ({ node, exit }: Passage): string[] => [
  targetKey({ node, exit }),
  targetKey({ node, exit: null }),
]
