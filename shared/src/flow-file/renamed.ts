import type { Flow, FlowNode } from '../flow.ts'
import { nodeDefinition } from '../nodes/index.ts'
import { withField } from '../with-field.ts'
import type { FlowFile } from './flow-file.ts'

function withFlowIds(node: FlowNode, ids: ReadonlyMap<string, string>): FlowNode {
  const definition = nodeDefinition(node.type)
  const parsed = definition?.config.safeParse(node.config)
  if (!definition?.refers || !parsed?.success) return node
  const config = definition.refers(parsed.data).reduce((changed, { kind, id, field, at }) => {
    const other = kind === 'flow' ? ids.get(id) : undefined
    return other === undefined ? changed : withField(changed, at ?? field, other)
  }, node.config)
  return config === node.config ? node : { ...node, config }
}

/** The flows of a file under ids of their own, so that none takes the place of another; the main one comes first. */
export function withOwnIds({ flow, subflows }: FlowFile, idFor: (flow: Flow) => string): [Flow, ...Flow[]] {
  const ids = new Map([flow, ...subflows].map(each => [each.id, idFor(each)]))
  const renamed = (each: Flow): Flow => ({
    ...each,
    id: ids.get(each.id) ?? each.id,
    nodes: each.nodes.map(node => withFlowIds(node, ids)),
  })
  return [renamed(flow), ...subflows.map(renamed)]
}
