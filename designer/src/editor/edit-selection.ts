import type { Flow } from '@pregoner/shared'

/** What is chosen on the screen; never saved. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

export const nothingSelected: Selection = { nodes: [], edges: [] }

export const isEmptySelection = ({ nodes, edges }: Selection): boolean => nodes.length === 0 && edges.length === 0

/** Removes nodes with all their edges, and single edges. */
export const removeSelection = (flow: Flow, { nodes, edges }: Selection): Flow => {
  if (nodes.length === 0 && edges.length === 0) return flow
  const gone = new Set(nodes)
  const goneEdges = new Set(edges)
  const { mainMenu } = flow.settings
  return {
    ...flow,
    nodes: flow.nodes.filter(node => !gone.has(node.id)),
    edges: flow.edges.filter(edge => !goneEdges.has(edge.id) && !gone.has(edge.from) && !gone.has(edge.to)),
    settings: mainMenu !== null && gone.has(mainMenu) ? { ...flow.settings, mainMenu: null } : flow.settings,
  }
}

/** What is left of a selection after nodes or edges have gone. */
export const stillThere = (flow: Flow, selection: Selection): Selection => {
  const nodeIds = new Set(flow.nodes.map(node => node.id))
  const edgeIds = new Set(flow.edges.map(edge => edge.id))
  const nodes = selection.nodes.filter(id => nodeIds.has(id))
  const edges = selection.edges.filter(id => edgeIds.has(id))
  const isWhole = nodes.length === selection.nodes.length && edges.length === selection.edges.length
  return isWhole ? selection : { nodes, edges }
}
