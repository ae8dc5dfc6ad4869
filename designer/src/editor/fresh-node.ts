import { type FlowNode, flowNode, nodeDefinition } from '@pregoner/shared'
import { makeId } from './identifiers.ts'

/** A node as it comes from the palette, with an id of its own. */
export const freshNode = (type: string): FlowNode => ({
  id: makeId(type.replaceAll('_', '-')),
  type,
  position: { x: 0, y: 0 },
  config: flowNode.shape.config.parse(structuredClone(nodeDefinition(type)?.blank ?? {})),
})
