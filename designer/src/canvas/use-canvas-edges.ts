import type { EdgeChange } from '@xyflow/react'
import { useCallback, useMemo, useState } from 'react'
import { heatOf } from '../counts/counts-index.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitsOf } from '../editor/exits.ts'
import { shapeOf } from '../editor/shape.ts'
import { applySelection } from './apply-changes.ts'
import { type CanvasEdge, createCanvasEdges } from './canvas-edge.ts'

const PLAIN_WIDTH = 1.5
const WIDEST = 7
const HEATED = 0.75 // pixels a level of colour adds, so that colour is not alone

/** The drawing's edges for React Flow. Edges from exits a node does not have are the checker's business, not drawn. */
export function useCanvasEdges() {
  const editor = useEditor()
  const shape = useEditorState(state => shapeOf(state.flow))
  const selection = useEditorState(state => state.selection.edges)
  const counts = useEditorState(state => state.counts)
  const litPath = useEditorState(state => state.litPath)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const [make] = useState(createCanvasEdges)

  const edges = useMemo(() => {
    const byId = new Map(shape.nodes.map(node => [node.id, node]))
    const selected = new Set(selection)
    const lit = new Set(litPath.map(({ node, exit }) => `${node} ${exit}`))
    const drawn = shape.edges.flatMap(edge => {
      const from = byId.get(edge.from)
      if (!from || !byId.has(edge.to) || !exitsOf(from).some(({ id }) => id === edge.exit)) return []
      const count = counts.isShown ? counts.exit(edge.from, edge.exit) : null
      const share = count === null || counts.most === 0 ? 0 : count / counts.most
      const heat = count === null || counts.look !== 'heat' ? null : heatOf(count, counts.most)
      const widened = counts.look === 'width' ? Math.sqrt(share) * (WIDEST - PLAIN_WIDTH) : (heat ?? 0) * HEATED
      return [
        {
          edge,
          exit: edge.exit,
          count,
          width: PLAIN_WIDTH + widened,
          heat,
          isSelected: selected.has(edge.id),
          isLit: lit.has(`${edge.from} ${edge.exit}`),
          isReadOnly,
        },
      ]
    })
    return make(drawn)
  }, [shape, selection, counts, litPath, isReadOnly, make])

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => applySelection(editor, 'edges', changes),
    [editor],
  )

  return { edges, onEdgesChange }
}
