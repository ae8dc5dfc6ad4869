// A React Flow canvas with nothing of ours on it: what the desk's figures are measured against.
import '@xyflow/react/dist/style.css'
import { type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react'
import { createElement as draw } from 'react'
import { createRoot } from 'react-dom/client'

/** What `graph.json` holds: the flow's steps and ways, no more than a card shows. */
export interface Graph {
  nodes: { id: string; x: number; y: number; title: string; text: string; exits: string[] }[]
  edges: { id: string; from: string; exit: string; to: string }[]
}

type Card = Node<{ title: string; text: string; exits: string[] }, 'card'>

const handle = (id: string, type: 'source' | 'target', position: Position) =>
  draw(Handle, { key: id, id, type, position })

const CardView = ({ data }: NodeProps<Card>) =>
  draw(
    'div',
    { className: 'card' },
    handle('in', 'target', Position.Left),
    draw('strong', {}, data.title),
    draw('p', {}, data.text),
    draw('ul', {}, ...data.exits.map(exit => draw('li', { key: exit }, exit, handle(exit, 'source', Position.Right)))),
  )

const graph: Graph = await (await fetch('./graph.json')).json()
const isCulled = new URLSearchParams(location.search).has('culled')
const nodes = graph.nodes.map(
  ({ id, x, y, ...data }): Card => ({
    id,
    type: 'card',
    position: { x, y },
    data,
    initialWidth: 260,
    initialHeight: 200,
  }),
)
const edges = graph.edges.map(
  ({ id, from, exit, to }): Edge => ({ id, source: from, sourceHandle: exit, target: to, targetHandle: 'in' }),
)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    draw(ReactFlow, {
      defaultNodes: nodes,
      defaultEdges: edges,
      nodeTypes: { card: CardView },
      onlyRenderVisibleElements: isCulled,
      defaultViewport: { x: 60, y: 60, zoom: 0.8 },
      minZoom: 0.05,
    }),
  )
}
